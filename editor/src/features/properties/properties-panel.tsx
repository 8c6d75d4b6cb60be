import { Copy, CornerLeftUp, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';

import { shortcutOf } from '../../canvas/keys.ts';
import { duplicateNode, removeNode } from '../../session/commands.ts';
import { useEditorState, useLibrary, useNodePart, useSession } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';
import { selectParent } from '../../session/selection.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';

import { Group } from './group.tsx';
import { NodeState } from './node-state.tsx';
import { PageSettings } from './page/page-settings.tsx';
import { PropField } from './prop-field.tsx';
import styles from './properties.module.css';
import { propGroups } from './schema.ts';
import { StylePanel } from './style/style-panel.tsx';

type Tab = 'content' | 'style';

// What can be set of the selected node, or of the page where nothing is selected.
export function PropertiesPanel() {
  const selection = useEditorState((state) => state.selection);
  const [tab, setTab] = useState<Tab>('content');
  return selection === null ? <PageSettings /> : <NodeProperties key={selection} id={selection} tab={tab} onTab={setTab} />;
}

function NodeProperties({ id, tab, onTab }: { id: string; tab: Tab; onTab: (tab: Tab) => void }) {
  const session = useSession();
  const library = useLibrary();
  const component = useNodePart(id, (node) => node?.component);
  const name = useNodePart(id, (node) => node?.settings?.name);
  const canEdit = useEditorState((state) => state.canEdit);
  const definition = component === undefined ? undefined : library.find(component);
  const groups = useMemo(() => (definition ? propGroups(definition) : []), [definition]);
  if (component === undefined) return null;
  const label = library.labelOf(component);
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <ComponentIcon name={component} category={definition?.category} size={17} />
        <h2>{name ?? label}</h2>
        <IconButton size="small" label="Select the parent" shortcut={shortcutOf('select-parent')} icon={<CornerLeftUp size={15} />} onClick={() => selectParent(session)} />
        <IconButton size="small" label={`Duplicate ${label}`} shortcut={shortcutOf('duplicate')} icon={<Copy size={15} />} disabled={!canEdit} onClick={() => tellRefusal(session, duplicateNode(session, id))} />
        <IconButton size="small" label={`Delete ${label}`} shortcut={shortcutOf('delete')} icon={<Trash2 size={15} />} disabled={!canEdit} onClick={() => tellRefusal(session, removeNode(session, id))} />
      </header>
      <NodeState id={id} />
      <Tabs
        label="Properties"
        look="filled"
        value={tab}
        onChange={onTab}
        tabs={[
          { value: 'content', label: 'Settings' },
          { value: 'style', label: 'Style' },
        ]}
      >
        <TabPanel value="content">
          {definition ? (
            groups.map((group) => (
              <Group key={group.name} label={group.label}>
                {group.props.map((prop) => (
                  <PropField key={prop.key} nodeId={id} prop={prop} />
                ))}
              </Group>
            ))
          ) : (
            <p className={styles.help}>This component is not in the library any more.</p>
          )}
        </TabPanel>
        <TabPanel value="style">
          <StylePanel nodeId={id} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
