import { Copy, CornerLeftUp, Layers2, Trash2 } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';

import { shortcutOf } from '../../canvas/keys.ts';
import type { ComponentDefinition } from '../../engine/component.ts';
import { duplicateNodes, labelOfNodes, removeNodes } from '../../session/commands.ts';
import { useEditorState, useLibrary, useNodePart, useSession, useStructureVersion } from '../../session/react.ts';
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
import { sharedGroups, type PropGroup } from './schema.ts';
import { StylePanel } from './style/style-panel.tsx';

type Tab = 'content' | 'style';

// What can be set of the selected nodes, or of the page where nothing is selected.
export function PropertiesPanel() {
  const selected = useEditorState((state) => state.selected);
  const [tab, setTab] = useState<Tab>('content');
  // The one chosen last comes first: its values are shown.
  const ids = useMemo(() => selected.toReversed(), [selected]);
  return ids.length === 0 ? <PageSettings /> : <NodeProperties ids={ids} tab={tab} onTab={setTab} />;
}

// The tabs stay while another node is selected, for putting them up measures the screen; all that has a state of its own is the node's.
function NodeProperties({ ids, tab, onTab }: { ids: readonly string[]; tab: Tab; onTab: (tab: Tab) => void }) {
  const session = useSession();
  const library = useLibrary();
  const [first = ''] = ids;
  const component = useNodePart(first, (node) => node?.component);
  const name = useNodePart(first, (node) => node?.settings?.name);
  const canEdit = useEditorState((state) => state.canEdit);
  const structure = useStructureVersion();
  const groups = useMemo(() => {
    void structure; // what they are changes with it
    return groupsOf(ids.map((id) => library.find(session.tree.node(id)?.component ?? '')));
  }, [session, library, ids, structure]);
  if (component === undefined) return null;
  const isOne = ids.length === 1;
  const key = ids.join();
  const label = isOne ? library.labelOf(component) : labelOfNodes(session, ids);
  return (
    <div className={styles.panel}>
      <Fragment key={key}>
        <header className={styles.header}>
          {isOne ? <ComponentIcon name={component} category={library.find(component)?.category} size={17} /> : <Layers2 size={17} aria-hidden="true" />}
          <h2>{isOne ? (name ?? label) : `${String(ids.length)} selected`}</h2>
          <IconButton size="small" label="Select the parent" shortcut={shortcutOf('select-parent')} icon={<CornerLeftUp size={15} />} onClick={() => selectParent(session)} />
          <IconButton size="small" label={`Duplicate ${label}`} shortcut={shortcutOf('duplicate')} icon={<Copy size={15} />} disabled={!canEdit} onClick={() => tellRefusal(session, duplicateNodes(session, ids))} />
          <IconButton size="small" label={`Delete ${label}`} shortcut={shortcutOf('delete')} icon={<Trash2 size={15} />} disabled={!canEdit} onClick={() => tellRefusal(session, removeNodes(session, ids))} />
        </header>
        {isOne && <NodeState id={first} />}
      </Fragment>
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
          {typeof groups === 'string' ? (
            <p className={styles.help}>{groups}</p>
          ) : (
            <Fragment key={key}>
              {groups.map((group) => (
                <Group key={group.name} label={group.label}>
                  {group.props.map((prop) => (
                    <PropField key={prop.key} ids={ids} prop={prop} />
                  ))}
                </Group>
              ))}
            </Fragment>
          )}
        </TabPanel>
        <TabPanel value="style">
          <StylePanel key={key} ids={ids} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

// The groups of fields, or why there are none.
function groupsOf(definitions: readonly (ComponentDefinition | undefined)[]): PropGroup[] | string {
  const known = definitions.filter((definition) => definition !== undefined);
  if (known.length < definitions.length) {
    return definitions.length === 1 ? 'This component is not in the library any more.' : 'One of these components is not in the library any more.';
  }
  const groups = sharedGroups(known);
  return groups.length > 0 || definitions.length === 1 ? groups : 'These components have no settings in common. Their style can be set together.';
}
