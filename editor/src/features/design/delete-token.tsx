import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { themeLabel } from './design-view.ts';
import { referrersOf, type Referrer } from './tokens/references.ts';
import { removed } from './tokens/token-places.ts';
import { useDesign, useView } from './use-design.ts';

const mostNamed = 6;

/** Says what refers to a token or a group before it goes. */
export function DeleteToken({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const { draft } = useDesign();
  const { document, byPath, tokens } = useView();
  const path = names.join('.');
  const isToken = byPath.has(path);
  const count = tokens.filter(({ token }) => token.path.startsWith(`${path}.`)).length;
  const referrers = referrersOf(document, names);
  const title = isToken ? `Delete the token ${path}?` : `Delete the group ${path} with ${count === 1 ? 'its token' : `its ${String(count)} tokens`}?`;
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={title}
      description={
        <>
          {referrers.length > 0 && `${namesOf(referrers, (theme) => themeLabel(theme, document))} ${referrers.length === 1 ? 'refers' : 'refer'} to it, and ${referrers.length === 1 ? 'gets' : 'get'} the value that it has. `}
          Pages and components that use {isToken ? 'it' : 'its tokens'} do without once this is published. Undo brings {isToken ? 'it' : 'them'} back.
        </>
      }
      confirmLabel="Delete"
      onConfirm={() => {
        draft.change(removed(draft.document, names));
        showToast({ text: `${path} was deleted.`, action: { label: 'Undo', run: () => draft.undo() } });
        onClose();
      }}
    />
  );
}

/** "color.primary, color.link (Dark) and 3 more" */
function namesOf(referrers: readonly Referrer[], label: (theme: string) => string): string {
  const all = referrers.map(({ path, theme }) => (theme === null ? path : `${path} (${label(theme)})`));
  const named = all.length > mostNamed ? all.slice(0, mostNamed - 1) : all;
  if (named.length < all.length) return `${named.join(', ')} and ${String(all.length - named.length)} more`;
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
}
