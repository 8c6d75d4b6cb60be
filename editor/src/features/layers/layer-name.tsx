import { useEffect, useRef, type KeyboardEvent } from 'react';

import { isComposing } from '../../ui/is-composing.ts';

import styles from './layers-panel.module.css';

interface LayerNameProps {
  name: string; // empty: it has none of its own
  placeholder: string; // what it is called without one
  onDone: (name: string | null) => void; // null: left as it was
}

// The field in which a node is renamed where it stands in the list. Enter and leaving it rename, also when its row goes (the list was
// scrolled, or closed); Escape does not.
export function LayerName({ name, placeholder, onDone }: LayerNameProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (value: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(value);
  };
  const finishLast = useRef(finish);
  useEffect(() => {
    finishLast.current = finish;
  });
  useEffect(() => {
    const input = field.current;
    return () => {
      // Browsers say nothing of a focus that went with its field. (Strict mode only pretends to take it away.)
      if (input && !input.isConnected) finishLast.current(input.value === input.defaultValue ? null : input.value);
    };
  }, []);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  };
  return (
    <input
      ref={field}
      className={styles.name}
      aria-label={`Name of ${placeholder}`}
      defaultValue={name}
      placeholder={placeholder}
      maxLength={100}
      onKeyDown={press}
      onBlur={(event) => finish(event.currentTarget.value)}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
