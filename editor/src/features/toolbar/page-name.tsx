import { useRef, useState } from 'react';
import { explain } from '../../api/problem.ts';
import { isComposing } from '../../ui/is-composing.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './toolbar.module.css';

interface PageNameProps {
  name: string;
  canRename: boolean;
  onRename: (name: string) => Promise<void>;
}

/** The page's name as the screen's heading. A click makes it a field; Enter or leaving renames, Escape does not. */
export function PageName({ name, canRename, onRename }: PageNameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isLeaving = useRef(false);

  const finish = (isMeant: boolean) => {
    if (typed === null || isLeaving.current) return;
    isLeaving.current = true;
    setTyped(null);
    const next = typed.trim();
    if (!isMeant || next === '' || next === name) return;
    onRename(next).catch((error: unknown) => showToast({ text: `The page was not renamed. ${explain(error)}`, tone: 'danger' }));
  };

  if (typed !== null) {
    return (
      <div className={styles.name}>
        <h1 className="visually-hidden">{name}</h1>
        <input
          aria-label="Page name"
          value={typed}
          maxLength={255}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => finish(true)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter') finish(true);
            if (event.key === 'Escape') finish(false);
          }}
        />
      </div>
    );
  }
  if (!canRename) {
    return (
      <h1 className={styles.name}>
        <span className={styles.text}>{name}</span>
      </h1>
    );
  }
  return (
    <h1 className={styles.name}>
      <Tooltip content="Rename">
        <button
          type="button"
          className={styles.rename}
          onClick={() => {
            isLeaving.current = false;
            setTyped(name);
          }}
        >
          {name}
        </button>
      </Tooltip>
    </h1>
  );
}
