import { useRef, useState, type KeyboardEvent } from 'react';

import type { ComponentDefinition } from '../../engine/component.ts';

import { ComponentItem } from './component-item.tsx';
import styles from './components-panel.module.css';
import type { Peek } from './use-peek.ts';

interface ComponentGridProps {
  definitions: readonly ComponentDefinition[];
  favourites: readonly string[];
  labelledBy: string;
  peek: Peek;
}

const columns = 2;

// Components in two columns. The arrow keys walk among them; one of them, with its star, is where Tab comes by.
export function ComponentGrid({ definitions, favourites, labelledBy, peek }: ComponentGridProps) {
  const list = useRef<HTMLUListElement>(null);
  const [stop, setStop] = useState(0);
  const current = Math.min(stop, definitions.length - 1);

  const walk = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
    const target = { Home: 0, End: definitions.length - 1 }[event.key] ?? current + (steps[event.key] ?? 0);
    if (event.altKey || event.ctrlKey || event.metaKey || target === current || target < 0 || target >= definitions.length) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(target);
    list.current?.querySelectorAll<HTMLButtonElement>('[data-component]')[target]?.focus();
  };

  return (
    <ul ref={list} className={styles.list} aria-labelledby={labelledBy} onKeyDown={walk}>
      {definitions.map((definition, index) => (
        <li key={definition.name} className={styles.cell} onFocus={() => setStop(index)}>
          <ComponentItem definition={definition} isFavourite={favourites.includes(definition.name)} isTabStop={index === current} peek={peek} />
        </li>
      ))}
    </ul>
  );
}
