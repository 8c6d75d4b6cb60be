import { memo } from 'react';
import type { RankedEntry } from './ranked-groups.ts';
import styles from './command-palette.module.css';

interface PaletteOptionProps {
  id: string;
  entry: RankedEntry;
  isActive: boolean;
  onPoint: () => void;
  onRun: () => void;
}

/** One line of the palette. The focus stays in the field; the active line is named there. */
export const PaletteOption = memo(function PaletteOption({ id, entry, isActive, onPoint, onRun }: PaletteOptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={entry.unavailable !== undefined || undefined}
      className={styles.option}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span className={styles.icon} aria-hidden="true">
        {entry.icon}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <Marked text={entry.title} positions={entry.positions} />
        </span>
        {(entry.unavailable ?? entry.detail) !== undefined && <span className={styles.detail}>{entry.unavailable ?? entry.detail}</span>}
      </span>
      {entry.shortcut !== undefined && <kbd className={styles.key}>{entry.shortcut}</kbd>}
    </div>
  );
});

// Neighbouring letters are marked together, so that screen readers hear words and not letters.
function Marked({ text, positions }: { text: string; positions: readonly number[] }) {
  if (positions.length === 0) return text;
  const marked = new Set(positions);
  const parts: { isMarked: boolean; text: string }[] = [];
  for (const [index, letter] of [...text].entries()) {
    const isMarked = marked.has(index);
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += letter;
    else parts.push({ isMarked, text: letter });
  }
  return parts.map((part, index) =>
    part.isMarked ? (
      <b key={index} className={styles.mark}>
        {part.text}
      </b>
    ) : (
      part.text
    ),
  );
}
