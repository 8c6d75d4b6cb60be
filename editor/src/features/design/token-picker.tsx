import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Popover } from '../../ui/popover.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import type { TokenView } from './design-view.ts';
import styles from './token-picker.module.css';
import { TokenSample } from './token-sample.tsx';
import { referencesOf } from '../../tokens/resolve.ts';
import { matches } from './tokens/token-groups.ts';
import { useView } from './use-design.ts';

interface TokenPickerProps {
  type: string;
  theme: string | null;
  path: string; // the token that would refer to the chosen one
  chosen: string | null;
  label: string;
  onChoose: (path: string) => void;
  trigger: ReactElement;
}

/** A list of all tokens that may stand in for a value, with a search. */
export function TokenPicker(props: TokenPickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover trigger={props.trigger} label={props.label} isOpen={isOpen} onOpenChange={setIsOpen} className={styles.picker}>
      <Choices
        {...props}
        onChoose={(path) => {
          setIsOpen(false);
          props.onChoose(path);
        }}
      />
    </Popover>
  );
}

function Choices({ type, theme, path, chosen, label, onChoose }: TokenPickerProps) {
  const view = useView();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [search, setSearch] = useState('');
  // What refers to this token already would make a circle.
  const candidates = useMemo(() => {
    const root = view.under.get(theme) ?? view.document;
    return view.tokens.filter(({ token }) => token.type === type && token.path !== path && !referencesOf(`{${token.path}}`, root).has(path));
  }, [view, type, theme, path]);
  const found = candidates.filter((candidate) => matches(candidate.token, search, valueUnder(candidate, theme).words));
  const [active, setActive] = useState(() => Math.max(0, candidates.findIndex(({ token }) => token.path === chosen)));
  const current = Math.min(active, found.length - 1);

  const press = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const choice = found[current];
      if (choice) onChoose(choice.token.path);
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || found.length === 0) return;
    event.preventDefault();
    const next = (current + step + found.length) % found.length;
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <>
      <input
        className={styles.search}
        role="combobox"
        aria-label="Search tokens"
        placeholder="Search tokens"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${String(current)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <ul ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={label}>
        {found.map((candidate, index) => {
          const { value, words } = valueUnder(candidate, theme);
          return (
            <li key={candidate.token.path} id={`${id}-${String(index)}`} role="option" aria-selected={candidate.token.path === chosen} data-active={index === current || undefined} onClick={() => onChoose(candidate.token.path)}>
              <TokenSample type={type} value={value} />
              <span className={styles.name}>{candidate.token.path}</span>
              <span className={styles.value}>{words}</span>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p className={styles.none}>{candidates.length === 0 ? 'There is no other token of this kind.' : 'No token matches.'}</p>}
    </>
  );
}

const valueUnder = (candidate: TokenView, theme: string | null) => candidate.values.find((value) => value.theme === theme) ?? candidate.values[0];
