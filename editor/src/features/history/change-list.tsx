import { ChevronDown, ChevronUp, Undo2 } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ChangeGroup, ChangeKind } from './change-groups.ts';
import styles from './version-compare.module.css';

interface ChangeListProps {
  groups: readonly ChangeGroup[];
  /** -1: none yet. */
  chosen: number;
  onChoose: (index: number) => void;
  onRestore?: ((group: ChangeGroup) => void) | undefined;
}

const words: Record<ChangeKind, string> = { inserted: 'Added', removed: 'Removed', moved: 'Moved', changed: 'Changed' };

/** The changes as sentences: walked through with the arrows, or the two buttons. */
export function ChangeList({ groups, chosen, onChoose, onRestore }: ChangeListProps) {
  const list = useRef<HTMLOListElement>(null);
  if (groups.length === 0) return null;
  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), groups.length - 1);
    onChoose(next);
    list.current?.querySelectorAll<HTMLButtonElement>(`.${styles.change ?? ''}`)[next]?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: groups.length - 1 };
    const index = steps[event.key];
    if (index === undefined) return;
    event.preventDefault();
    go(index);
  };
  return (
    <>
      <div className={styles.walk}>
        <IconButton size="small" label="Previous change" tooltip={null} icon={<ChevronUp size={16} />} disabled={chosen <= 0} onClick={() => onChoose(chosen - 1)} />
        <IconButton size="small" label="Next change" tooltip={null} icon={<ChevronDown size={16} />} disabled={chosen >= groups.length - 1} onClick={() => onChoose(chosen + 1)} />
        <span className={styles.position} aria-live="polite">
          {chosen < 0 ? 'Walk through them' : `${chosen + 1} of ${groups.length}`}
        </span>
      </div>
      <ol ref={list} className={styles.changes} aria-labelledby="compare-changes" onKeyDown={press}>
        {groups.map((group, index) => (
          <li key={index} className={styles.item}>
            <button
              type="button"
              className={styles.change}
              aria-current={index === chosen}
              tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
              onClick={() => onChoose(index)}
            >
              <span className={classNames(styles.kind, styles[group.kind])}>{words[group.kind]}</span>
              <span>{group.sentence}</span>
            </button>
            {onRestore && group.node !== null && group.kind !== 'inserted' && (
              <IconButton size="small" label={`Bring this part back: ${group.sentence}`} tooltip="Bring this part back" icon={<Undo2 size={15} />} onClick={() => onRestore(group)} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
