import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { isComposing } from '../../ui/is-composing.ts';

import styles from './choice-dialog.module.css';

export interface Choice {
  id: string;
  label: string;
  detail?: string; // a few words below the label, searched too
  icon?: ReactNode;
}

interface ChoiceDialogProps {
  title: string;
  description: string;
  searchLabel: string;
  choices: readonly Choice[];
  empty: string; // said where there is nothing to choose at all
  onChoose: (choice: Choice) => void;
  // Which one Enter would choose; null once none is.
  onActivate?: (choice: Choice | null) => void;
  onClose: () => void;
}

const shownAtOnce = 100;

// One of many, found by typing: arrows and Enter choose, the focus stays in the field.
export function ChoiceDialog({ title, description, searchLabel, choices, empty, onChoose, onActivate, onClose }: ChoiceDialogProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => matching(choices, query), [choices, query]);
  const shown = found.slice(0, shownAtOnce);

  const current = shown[active] ?? null;
  const tell = useRef(onActivate);
  useEffect(() => {
    tell.current = onActivate;
  });
  useEffect(() => tell.current?.(current), [current]);
  useEffect(() => () => tell.current?.(null), []);

  const activate = (index: number) => {
    const next = Math.max(0, Math.min(index, shown.length - 1));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => activate(active + 1),
      ArrowUp: () => activate(active - 1),
      PageDown: () => activate(active + 8),
      PageUp: () => activate(active - 8),
      Enter: () => current && onChoose(current),
    };
    const step = steps[event.key];
    if (!step || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    step();
  };

  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={title} description={description}>
      {choices.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <>
          <input
            className={styles.search}
            type="text"
            role="combobox"
            aria-label={searchLabel}
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown.length > 0 ? `${listId}-${String(active)}` : undefined}
            placeholder={searchLabel}
            autoFocus
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={press}
          />
          <ul ref={list} id={listId} className={styles.list} role="listbox" aria-label={title}>
            {shown.map((choice, index) => (
              <li
                key={choice.id}
                id={`${listId}-${String(index)}`}
                className={styles.choice}
                role="option"
                aria-selected={index === active}
                onPointerMove={() => setActive(index)}
                onClick={() => onChoose(choice)}
              >
                {choice.icon}
                <span className={styles.words}>
                  <span className={styles.label}>{choice.label}</span>
                  {choice.detail !== undefined && choice.detail !== '' && <span className={styles.detail}>{choice.detail}</span>}
                </span>
              </li>
            ))}
          </ul>
          {shown.length === 0 && (
            <EmptyState size="small" title="Nothing found">
              Nothing matches “{query}”.
            </EmptyState>
          )}
          <p className={styles.count} role="status">
            {found.length > shown.length ? `The first ${String(shownAtOnce)} of ${String(found.length)}. Type to find others.` : ''}
          </p>
        </>
      )}
    </Dialog>
  );
}

// Those in which each typed word occurs.
export function matching(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return choices;
  return choices.filter(({ label, detail = '' }) => {
    const text = `${label} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
