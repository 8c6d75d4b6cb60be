import { useCallback, useEffect } from 'react';
import { useBeforeUnload, useBlocker, type BlockerFunction } from 'react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Saving } from './design-draft.ts';
import { useDesign, useDesignState } from './use-design.ts';

const reasons: Readonly<Record<Exclude<Saving['state'], 'saved' | 'saving'>, string>> = {
  refused: 'Some values are not valid, and nothing was saved since they were written.',
  failed: 'The draft could not be saved.',
  conflict: 'Somebody else changed the draft, and yours was not saved since.',
};

/** Asks before the screen is left with changes that could not be saved. What is only on its way is waited for. */
export function LeaveQuestion() {
  const { draft } = useDesign();
  const { saving } = useDesignState(draft);
  useBeforeUnload(
    useCallback(
      (event) => {
        if (draft.state.get().saving.state !== 'saved') event.preventDefault();
      },
      [draft],
    ),
  );
  const isLoss = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => draft.state.get().saving.state !== 'saved' && currentLocation.pathname !== nextLocation.pathname,
    [draft],
  );
  const blocker = useBlocker(isLoss);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (saving.state === 'saved') blocker.proceed();
    else if (saving.state === 'saving') void draft.flush();
  }, [blocker, saving.state, draft]);

  if (blocker.state !== 'blocked' || saving.state === 'saved' || saving.state === 'saving') return null;
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={() => blocker.reset()}
      title="Leave without saving?"
      description={`${reasons[saving.state]} These changes are lost once you leave.`}
      confirmLabel="Leave"
      onConfirm={() => blocker.proceed()}
    />
  );
}
