import { Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Team } from '../../../api/types.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { DeleteTeamDialog } from './delete-team-dialog.tsx';
import { RenameTeamDialog } from './team-name-dialog.tsx';

/** What administrators do with a team as a whole. */
export function TeamMenu({ team, onDeleted }: { team: Team; onDeleted?: () => void }) {
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Menu trigger={<IconButton size="small" label={`More about ${team.name}`} tooltip="More" icon={<Ellipsis size={17} />} />}>
        <MenuItem icon={<PencilLine size={16} />} onSelect={() => setAsked('rename')}>
          Rename…
        </MenuItem>
        <MenuItem icon={<Trash2 size={16} />} isDangerous onSelect={() => setAsked('delete')}>
          Delete…
        </MenuItem>
      </Menu>
      {asked === 'rename' && <RenameTeamDialog team={team} onClose={close} />}
      {asked === 'delete' && <DeleteTeamDialog team={team} onDeleted={onDeleted} onClose={close} />}
    </>
  );
}
