import { useCallback, useMemo } from 'react';
import { LeaveQuestion, type Unsaved } from '../../ui/leave-question.tsx';
import type { Saving } from './design-draft.ts';
import { useDesign, useDesignState } from './use-design.ts';

const reasons: Readonly<Record<Exclude<Saving['state'], 'saved'>, string | null>> = {
  saving: null,
  refused: 'Some values are not valid, and nothing was saved since they were written.',
  failed: 'The draft could not be saved.',
  conflict: 'Somebody else changed the draft, and yours was not saved since.',
};

/** Asks before a draft is left that could not be saved. */
export function LeaveDesign() {
  const { draft } = useDesign();
  const { state } = useDesignState(draft).saving;
  const unsaved = useMemo<Unsaved | null>(() => (state === 'saved' ? null : { reason: reasons[state] }), [state]);
  const isUnsaved = useCallback(() => draft.state.get().saving.state !== 'saved', [draft]);
  const save = useCallback(() => {
    draft.retry();
    return draft.flush();
  }, [draft]);
  return <LeaveQuestion unsaved={unsaved} isUnsaved={isUnsaved} save={save} />;
}
