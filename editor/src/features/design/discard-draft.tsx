import { useMutation } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { differences } from './tokens/differences.ts';
import { useDesign, useDesignState } from './use-design.ts';

export function DiscardDraft({ onClose }: { onClose: () => void }) {
  const { draft } = useDesign();
  const { published, stack } = useDesignState(draft);
  const count = differences(published.tokens, stack.present).length;
  const discard = useMutation({
    mutationFn: () => draft.discard(),
    onSuccess: () => {
      showToast({ text: 'The draft was discarded.', action: { label: 'Undo', run: () => draft.undo() } });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title="Discard the draft?"
      description={`The tokens become again what is published as version ${String(published.version)}${count === 0 ? '' : `; ${count === 1 ? 'one change is' : `${String(count)} changes are`} given up`}. As long as this screen is open, Undo brings them back.`}
      confirmLabel="Discard the draft"
      isBusy={discard.isPending}
      error={discard.isError ? explain(discard.error) : undefined}
      onConfirm={() => discard.mutate()}
    />
  );
}
