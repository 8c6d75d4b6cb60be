import { Move } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';

import { labelOfNodes } from '../../session/commands.ts';
import { editorCommand, runCommand, type CommandId } from '../../session/editor-commands.ts';
import { useSession } from '../../session/react.ts';
import { MenuAt, MenuItem, MenuLabel, MenuLine, SubMenu } from '../../ui/menu.tsx';

import { commandIcon } from './command-icon.tsx';

const moves: readonly CommandId[] = ['move-up', 'move-down', 'move-out', 'move-into-previous', 'move-into-next', 'move-to'];

// What can be done with the selected nodes, where the author asked for it.
export function SelectionMenu() {
  const session = useSession();
  const point = useSyncExternalStore(session.menu.subscribe, session.menu.get);
  const chosen = useRef<CommandId | null>(null);
  if (!point) return null;
  const { selected, canEdit } = session.state.get();
  // Once the menu is gone, so that what a command opens gives the focus back to where it was before the menu.
  const runChosen = () => {
    const id = chosen.current;
    chosen.current = null;
    if (id) runCommand(session, id);
  };
  const items = (...ids: readonly CommandId[]) =>
    ids.map((id) => {
      const { label, shortcut, isEnabled } = editorCommand(id);
      return (
        <MenuItem
          key={id}
          icon={commandIcon(id)}
          shortcut={shortcut ?? undefined}
          isDangerous={id === 'delete'}
          isDisabled={!isEnabled(session)}
          onSelect={() => {
            chosen.current = id;
          }}
        >
          {label}
        </MenuItem>
      );
    });
  return (
    <MenuAt point={point} label="Selection" onClose={() => session.menu.set(null)} onClosed={runChosen}>
      <MenuLabel>{selected.length === 0 ? 'Page' : labelOfNodes(session, selected)}</MenuLabel>
      {items('cut', 'copy', 'paste', 'duplicate')}
      <MenuLine />
      {items('copy-style', 'paste-style')}
      <MenuLine />
      {canEdit && selected.length > 0 && (
        <SubMenu label="Move" icon={<Move size={15} aria-hidden="true" />}>
          {items(...moves)}
        </SubMenu>
      )}
      {items('wrap', 'unwrap', 'convert')}
      <MenuLine />
      {items('rename', 'hide', 'lock', 'comment')}
      <MenuLine />
      {items('select-parent', 'select-all', 'select-several')}
      <MenuLine />
      {items('delete')}
    </MenuAt>
  );
}
