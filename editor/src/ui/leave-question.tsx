import { useCallback, useEffect, useRef, useState } from 'react';
import { useBeforeUnload, useBlocker, type BlockerFunction } from 'react-router';
import { beforeSigningOut } from './before-signing-out.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** What would be lost, and why it is not saved; null while it is only on its way. */
export interface Unsaved {
  reason: string | null;
}

interface LeaveQuestionProps {
  unsaved: Unsaved | null;
  /** The same as it is now, whatever has been drawn yet. Stays the same function, as `save` does. */
  isUnsaved: () => boolean;
  /** Tries to save it. */
  save: () => Promise<void>;
}

/** Asks before the screen is left, or somebody signs out, with changes that could not be saved. What is only on its way is waited for. */
export function LeaveQuestion({ unsaved, isUnsaved, save }: LeaveQuestionProps) {
  const isGivenUp = useRef(false);
  const [answer, setAnswer] = useState<((isLeaving: boolean) => void) | null>(null); // to whether to sign out
  useEffect(
    () =>
      beforeSigningOut(async () => {
        await save();
        if (!isUnsaved()) return true;
        return new Promise((settle) => setAnswer(() => settle));
      }),
    [isUnsaved, save],
  );
  const decide = (isLeaving: boolean): void => {
    isGivenUp.current = isLeaving;
    answer?.(isLeaving);
    setAnswer(null);
  };
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isUnsaved()) event.preventDefault();
      },
      [isUnsaved],
    ),
  );
  const isLoss = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => !isGivenUp.current && isUnsaved() && currentLocation.pathname !== nextLocation.pathname,
    [isUnsaved],
  );
  const blocker = useBlocker(isLoss);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (unsaved === null) blocker.proceed();
    else if (unsaved.reason === null) void save();
  }, [blocker, unsaved, save]);

  useEffect(() => {
    if (answer === null || unsaved !== null) return;
    answer(true);
    setAnswer(null);
  }, [answer, unsaved]);

  const reason = unsaved?.reason ?? null;
  if (reason === null) return null;
  if (answer !== null) {
    return (
      <ConfirmDialog
        isOpen
        onOpenChange={() => decide(false)}
        title="Sign out without saving?"
        description={`${reason} These changes are lost once you sign out.`}
        confirmLabel="Sign out"
        onConfirm={() => decide(true)}
      />
    );
  }
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={() => blocker.reset()}
      title="Leave without saving?"
      description={`${reason} These changes are lost once you leave.`}
      confirmLabel="Leave"
      onConfirm={() => blocker.proceed()}
    />
  );
}
