import { useEffect, useState } from 'react';
import type { WholeComponent } from '../../api/components.ts';
import { areSame, type ComponentTexts, definitionIn, textsOf } from './component-texts.ts';
import { forgetWork, keepWork, keptWork } from './kept-work.ts';
import { isGreater } from './next-version.ts';
import { useSettled } from '../../ui/use-settled.ts';

export interface Draft {
  texts: ComponentTexts;
  setTexts: (texts: ComponentTexts) => void;
  /** The version that is being changed; null: the component is not on the server yet. */
  base: string | null;
  /** As the server had it when the work on it began; null where it has none. */
  saved: ComponentTexts | null;
  isChanged: boolean;
  /** It was there from an earlier visit. */
  isBroughtBack: boolean;
  /** The version that somebody else has saved meanwhile. */
  newerVersion: string | null;
  /** From now on it is a change of what the server has. */
  rebase: () => void;
  discard: () => void;
  /** The server has taken these texts. */
  settle: (saved: WholeComponent, sent: ComponentTexts) => void;
}

interface Work {
  texts: ComponentTexts;
  saved: ComponentTexts | null;
  base: string | null;
}

export const versionOf = (component: Pick<WholeComponent, 'definition'>): string => String(component.definition.version ?? '1.0.0');

function workOn(component: WholeComponent): Work {
  const texts = textsOf(component);
  return { texts, saved: texts, base: versionOf(component) };
}

/** What is being written, kept in the browser until it is saved. */
export function useDraft(name: string, component: WholeComponent | null, begun: ComponentTexts | null, isReadOnly: boolean): Draft {
  const [kept] = useState(() => (isReadOnly ? null : keptWork(name)));
  const [work, setWork] = useState<Work>(() => {
    if (component === null) return { texts: (begun ?? kept?.texts) as ComponentTexts, saved: null, base: null };
    const present = workOn(component);
    return kept === null ? present : { ...present, texts: kept.texts, base: kept.base ?? present.base };
  });
  const [isBroughtBack, setIsBroughtBack] = useState(kept !== null && work.saved !== null && !areSame(work.texts, work.saved));
  const isChanged = work.saved === null || !areSame(work.texts, work.saved);
  const present = component === null ? null : versionOf(component);
  const newerVersion = present !== null && work.base !== null && isGreater(present, work.base) ? present : null;

  // Nothing of one's own stands in the way of what somebody else has saved.
  if (component !== null && newerVersion !== null && !isChanged) setWork(workOn(component));

  const settled = useSettled(work, 250);
  useEffect(() => {
    if (isReadOnly || settled !== work) return;
    if (isChanged) keepWork(name, { texts: settled.texts, base: settled.base });
    else forgetWork(name);
  }, [settled, work, isChanged, isReadOnly, name]);

  useEffect(() => {
    if (!isChanged || isReadOnly) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      keepWork(name, { texts: work.texts, base: work.base });
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged, isReadOnly, name, work]);

  return {
    ...work,
    isChanged: isChanged && !isReadOnly,
    isBroughtBack,
    newerVersion,
    setTexts: (texts) => setWork((before) => ({ ...before, texts })),
    rebase: () => {
      if (component !== null) setWork((before) => ({ ...before, saved: textsOf(component), base: versionOf(component) }));
    },
    discard: () => {
      forgetWork(name);
      setIsBroughtBack(false);
      if (component !== null) setWork(workOn(component));
    },
    settle: (saved, sent) => {
      forgetWork(name);
      setIsBroughtBack(false);
      // They stay as they were written; what was typed while they were on their way is the next change.
      setWork((before) => ({ texts: before.texts, saved: sent, base: versionOf(saved) }));
    },
  };
}

export const displayNameOf = (texts: ComponentTexts, name: string): string => definitionIn(texts)?.display_name ?? name;
