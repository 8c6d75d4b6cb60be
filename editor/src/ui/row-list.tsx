import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './row-list.module.css';

/** A framed list of things, a row each. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** A picture, or an icon. */
  picture?: ReactNode;
  /** What it is called; a link where there is more to see. */
  title: ReactNode;
  /** Badges beside the title. */
  badges?: ReactNode;
  detail?: ReactNode;
  /** Buttons and menus. On phones they stand below. */
  end?: ReactNode;
  /** True where what is at the end is a single icon, which has room beside the words on phones too. */
  isEndSmall?: boolean | undefined;
  /** More of it, below. */
  children?: ReactNode;
}

export function Row({ picture, title, badges, detail, end, isEndSmall = false, children }: RowProps) {
  return (
    <li className={styles.row} {...useFocusOfNeighbour()}>
      <div className={classNames(styles.line, !isEndSmall && styles.wraps)}>
        {picture}
        <div className={styles.words}>
          <div className={styles.head}>
            <span className={styles.title}>{title}</span>
            {badges}
          </div>
          {detail !== undefined && <div className={styles.detail}>{detail}</div>}
        </div>
        {end !== undefined && <div className={styles.end}>{end}</div>}
      </div>
      {children}
    </li>
  );
}

interface OpenRowProps extends Pick<RowProps, 'title' | 'detail' | 'end'> {
  /** Long titles are cut. */
  isOneLine?: boolean | undefined;
  onOpen: () => void;
}

/** A row that opens what it is about, and has no other button. */
export function OpenRow({ title, detail, end, isOneLine = false, onOpen }: OpenRowProps) {
  return (
    <li>
      <button type="button" className={classNames(styles.line, styles.opens)} onClick={onOpen}>
        <span className={styles.words}>
          <span className={classNames(styles.title, isOneLine && styles.oneLine)}>{title}</span>
          <span className={styles.detail}>{detail}</span>
        </span>
        <span className={styles.detail}>{end}</span>
      </button>
    </li>
  );
}

/**
 * Whoever removes a thing by a button of its row, or in a dialog of it, would be nowhere once the row is gone: they go on at the row after it, or before it.
 * React's events of the focus come from the row's dialogs too, wherever those stand in the page.
 */
function useFocusOfNeighbour() {
  const row = useRef<HTMLLIElement>(null);
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (!hasFocus.current) return;
      const neighbour = element?.nextElementSibling ?? element?.previousElementSibling;
      const target = neighbour?.querySelector<HTMLElement>('button, a') ?? document.getElementById('main');
      // An open dialog holds the focus until it is gone as well.
      setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body) target?.focus();
      });
    };
  }, []);
  return {
    ref: row,
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: () => {
      hasFocus.current = false;
    },
  };
}

/** Above such a list: search, filters, and how many there are. */
export function ListBar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}

/** How many there are, said again whenever that changes. */
export function ListCount({ children }: { children: ReactNode }) {
  return (
    <p className={styles.count} role="status">
      {children}
    </p>
  );
}

export const listSearchClass = styles.search;
