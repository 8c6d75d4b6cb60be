import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { isComposing } from './is-composing.ts';
import styles from './search-field.module.css';

interface SearchFieldProps {
  label: string;
  placeholder?: string | undefined;
  value: string;
  /** Called with what was typed once the typing pauses. */
  onChange: (value: string) => void;
  /** The pause in milliseconds; 0 for searches that cost nothing. */
  delay?: number | undefined;
  className?: string | undefined;
}

export function SearchField({ label, placeholder, value, onChange, delay = 250, className }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);

  // The value also changes from outside: back and forward in the browser, "Clear filters".
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: string, pause: number) => {
    setTyped(next);
    clearTimeout(timer.current);
    const report = () => {
      setKnown(next);
      onChange(next);
    };
    if (pause === 0) report();
    else timer.current = setTimeout(report, pause);
  };

  return (
    <div className={classNames(styles.search, className)} role="search">
      <Search size={15} className={styles.icon} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={typed}
        className={styles.input}
        onChange={(event) => change(event.target.value, delay)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '' && !isComposing(event.nativeEvent)) {
            event.stopPropagation();
            change('', 0);
          }
        }}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label="Clear search"
          className={styles.clear}
          onClick={() => {
            change('', 0);
            input.current?.focus();
          }}
        >
          <X size={14} />
        </button>
      )}
    </div>
  );
}
