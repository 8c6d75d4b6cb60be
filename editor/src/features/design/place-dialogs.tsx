import { AddToken } from './add-token.tsx';
import { DeleteToken } from './delete-token.tsx';
import { RenameToken } from './rename-token.tsx';

/** What is to be done with a token or a group, which its names lead to. */
export type PlaceAction = { kind: 'add'; group: string } | { kind: 'rename' | 'delete'; names: readonly string[] };

interface PlaceDialogsProps {
  action: PlaceAction | null;
  onAdded: (path: string) => void;
  onRenamed: (from: readonly string[], to: readonly string[]) => void;
  onClose: () => void;
}

/** The one dialog that is open about a token or a group. */
export function PlaceDialogs({ action, onAdded, onRenamed, onClose }: PlaceDialogsProps) {
  if (action === null) return null;
  if (action.kind === 'add') return <AddToken group={action.group} onAdded={onAdded} onClose={onClose} />;
  if (action.kind === 'rename') return <RenameToken names={action.names} onRenamed={(to) => onRenamed(action.names, to)} onClose={onClose} />;
  return <DeleteToken names={action.names} onClose={onClose} />;
}
