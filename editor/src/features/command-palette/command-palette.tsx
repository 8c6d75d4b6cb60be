import { CornerDownLeft, Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { rememberUse } from '../../api/remembered.ts';
import { useRememberedList } from '../../api/use-remembered.ts';
import { isComposing } from '../../ui/is-composing.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { PaletteOption } from './palette-option.tsx';
import { rankedGroups, type RankedEntry } from './ranked-groups.ts';
import { usePageEntries } from './use-page-entries.tsx';
import styles from './command-palette.module.css';

const remembered = 12;
const rowsOfAPage = 8;

interface CommandPaletteProps {
  /** What can be done here. The organisation's pages come by themselves. */
  entries: readonly PaletteEntry[];
  onClose: () => void;
}

/** Everything that can be done, found by typing a few letters of it. */
export function CommandPalette({ entries, onClose }: CommandPaletteProps) {
  const returnFocus = useFocusReturn(true);
  const chosen = useRef<PaletteEntry | null>(null);
  const [isOpen, setIsOpen] = useState(true);
  const run = (entry: PaletteEntry) => {
    if (entry.unavailable !== undefined) return;
    rememberUse('recent-commands', entry.id, remembered);
    chosen.current = entry;
    setIsOpen(false);
  };
  return (
    <Radix.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) setIsOpen(false);
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className={styles.backdrop} />
        <Radix.Content
          className={styles.palette}
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => isComposing(event) && event.preventDefault()}
          // First the focus is where it was, then the entry does its work: it may open a dialog of its own.
          onCloseAutoFocus={(event) => {
            returnFocus(event);
            onClose();
            chosen.current?.run();
          }}
        >
          <Radix.Title className="visually-hidden">Commands</Radix.Title>
          <Finder entries={entries} onRun={run} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Finder({ entries, onRun }: { entries: readonly PaletteEntry[]; onRun: (entry: PaletteEntry) => void }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const recents = useRememberedList('recent-commands');
  const pages = usePageEntries(query);
  const groups = useMemo(() => rankedGroups([...entries, ...pages.entries], query, recents), [entries, pages.entries, query, recents]);
  const flat = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const at = Math.min(active, flat.length - 1);
  const list = useRef<HTMLDivElement>(null);
  const optionId = (entry: RankedEntry) => `${id}-${entry.id}`;

  useEffect(() => {
    if (at > 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    else list.current?.scrollTo({ top: 0 });
  }, [at, flat]);

  const press = (event: KeyboardEvent) => {
    const last = flat.length - 1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setActive(at >= last ? 0 : at + 1),
      ArrowUp: () => setActive(at <= 0 ? last : at - 1),
      PageDown: () => setActive(Math.min(at + rowsOfAPage, last)),
      PageUp: () => setActive(Math.max(at - rowsOfAPage, 0)),
      Enter: () => {
        const entry = flat[at];
        if (entry) onRun(entry);
      },
    };
    const move = moves[event.key];
    if (!move || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    move();
  };

  let position = -1;
  const current = flat[at];
  return (
    <>
      <div className={styles.search}>
        <Search size={17} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-label="Search for a command, a component or a page"
          aria-expanded={flat.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current ? optionId(current) : undefined}
          placeholder="What do you want to do?"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
        <kbd className={styles.key}>Esc</kbd>
      </div>
      <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label="What can be done" tabIndex={-1}>
        {groups.map((group, index) => (
          <div key={group.name} role="group" aria-labelledby={`${id}-group-${String(index)}`}>
            <div id={`${id}-group-${String(index)}`} className={styles.group} role="presentation">
              {group.name}
            </div>
            {group.entries.map((entry) => {
              position += 1;
              const here = position;
              return (
                <PaletteOption
                  key={entry.id}
                  id={optionId(entry)}
                  entry={entry}
                  isActive={here === at}
                  onPoint={() => setActive(here)}
                  onRun={() => onRun(entry)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {flat.length === 0 && (
        <p className={styles.nothing} role="status">
          {pages.isLoading ? 'Looking…' : `Nothing is called “${query.trim()}”.`}
        </p>
      )}
      <p className={styles.hints} aria-hidden="true">
        <span>
          <kbd className={styles.key}>↑</kbd> <kbd className={styles.key}>↓</kbd> to choose
        </span>
        <span>
          <kbd className={styles.key}>
            <CornerDownLeft size={11} />
          </kbd>{' '}
          to do it
        </span>
      </p>
    </>
  );
}
