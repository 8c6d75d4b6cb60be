import { useCallback, useEffect, useRef, useState } from 'react';
import { useBeforeUnload, useBlocker, type BlockerFunction } from 'react-router';
import { beforeSigningOut } from '../../api/before-signing-out.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Saving } from './design-draft.ts';
import { useDesign, useDesignState } from './use-design.ts';

const reasons: Readonly<Record<Exclude<Saving['state'], 'saved' | 'saving'>, string>> = {
  refused: 'Some values are not valid, and nothing was saved since they were written.',
  failed: 'The draft could not be saved.',
  conflict: 'Somebody else changed the draft, and yours was not saved since.',
};

/** Asks before the screen is left, or somebody signs out, with changes that could not be saved. What is only on its way is waited for. */
export function LeaveQuestion() {
  const { draft } = useDesign();
  const { saving } = useDesignState(draft);
  const isGivenUp = useRef(false);
  const [answer, setAnswer] = useState<((isLeaving: boolean) => void) | null>(null); // to whether to sign out
  useEffect(
    () =>
      beforeSigningOut(async () => {
        draft.retry();
        await draft.flush();
        if (draft.state.get().saving.state === 'saved') return true;
        return new Promise((settle) => setAnswer(() => settle));
      }),
    [draft],
  );
  const decide = (isLeaving: boolean): void => {
    isGivenUp.current = isLeaving;
    answer?.(isLeaving);
    setAnswer(null);
  };
  useBeforeUnload(
    useCallback(
      (event) => {
        if (draft.state.get().saving.state !== 'saved') event.preventDefault();
      },
      [draft],
    ),
  );
  const isLoss = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => !isGivenUp.current && draft.state.get().saving.state !== 'saved' && currentLocation.pathname !== nextLocation.pathname,
    [draft],
  );
  const blocker = useBlocker(isLoss);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (saving.state === 'saved') blocker.proceed();
    else if (saving.state === 'saving') void draft.flush();
  }, [blocker, saving.state, draft]);

  useEffect(() => {
    if (answer === null || saving.state !== 'saved') return;
    answer(true);
    setAnswer(null);
  }, [answer, saving.state]);

  if (answer !== null && saving.state !== 'saved' && saving.state !== 'saving') {
    return (
      <ConfirmDialog
        isOpen
        onOpenChange={() => decide(false)}
        title="Sign out without saving?"
        description={`${reasons[saving.state]} These changes are lost once you sign out.`}
        confirmLabel="Sign out"
        onConfirm={() => decide(true)}
      />
    );
  }
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
