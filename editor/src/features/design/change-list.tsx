import { useMemo } from 'react';
import type { JsonObject } from '../../engine/json.ts';
import styles from './change-list.module.css';
import { themeLabel } from './design-view.ts';
import { TokenSample } from './token-sample.tsx';
import { differences, sentenceOf, told } from './tokens/differences.ts';

interface ChangeListProps {
  before: JsonObject;
  after: JsonObject;
  label: string;
}

/** What differs from one document to another, in sentences with pictures of both values. */
export function ChangeList({ before, after, label }: ChangeListProps) {
  const changes = useMemo(() => told(differences(before, after), before, after), [before, after]);
  if (changes.length === 0) return <p className={styles.none}>Nothing differs.</p>;
  return (
    <div>
      <p className={styles.count}>{changes.length === 1 ? '1 change' : `${String(changes.length)} changes`}</p>
      <ul className={styles.changes} aria-label={label} tabIndex={0}>
        {changes.map((change) => (
          <li key={`${change.theme ?? ''} ${change.path}`}>
            <span className={styles.samples}>
              {[change.before, change.after].map((side, index) => side && <TokenSample key={index} type={change.type} value={side.value} />)}
            </span>
            <span>{sentenceOf(change, (theme) => themeLabel(theme, after).toLowerCase())}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
