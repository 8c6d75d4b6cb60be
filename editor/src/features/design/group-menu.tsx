import { Ellipsis, PencilLine, Plus, Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { PlaceAction } from './place-dialogs.tsx';

/** What can be done with a group of tokens. */
export function GroupMenu({ path, title, onAct }: { path: string; title: string; onAct: (action: PlaceAction) => void }) {
  const names = path.split('.');
  return (
    <Menu trigger={<IconButton size="small" label={`Group ${title}`} tooltip={null} icon={<Ellipsis size={15} />} />}>
      <MenuItem icon={<Plus size={16} />} onSelect={() => onAct({ kind: 'add', group: path })}>
        Add a token…
      </MenuItem>
      <MenuItem icon={<PencilLine size={16} />} onSelect={() => onAct({ kind: 'rename', names })}>
        Rename the group…
      </MenuItem>
      <MenuItem icon={<Trash2 size={16} />} isDangerous onSelect={() => onAct({ kind: 'delete', names })}>
        Delete the group…
      </MenuItem>
    </Menu>
  );
}
