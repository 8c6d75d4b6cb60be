import { ChevronDown } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';

import type { DesignToken } from '../../../session/design-tokens.ts';
import { isComposing } from '../../../ui/is-composing.ts';

import { useDraft } from '../controls/use-draft.ts';
import controls from '../controls/controls.module.css';
import styles from '../properties.module.css';

interface TokenFieldProps {
  id: string;
  label: string;
  value: string;
  inherited: string | undefined; // what holds when this is empty
  placeholder: string | undefined;
  tokens: readonly DesignToken[];
  choices: readonly string[];
  isInvalid: boolean;
  describedBy: string | undefined;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

interface Suggestion {
  value: string;
  label: string;
  css: string;
  isColor: boolean;
}

// A style's value: a token from the list that opens, or any plain value.
export function TokenField(props: TokenFieldProps) {
  const { id, label, value, tokens, choices, isInvalid, isDisabled, onChange } = props;
  const draft = useDraft(value, isInvalid, onChange);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [isFiltering, setIsFiltering] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useMemo<Suggestion[]>(() => {
    const all = [
      ...choices.map((choice) => ({ value: choice, label: choice, css: '', isColor: false })),
      ...tokens.map(({ reference, path, css, type }) => ({ value: reference, label: path, css, isColor: type === 'color' })),
    ];
    const query = isFiltering ? draft.text.replace(/[{}]/g, '').toLowerCase() : '';
    return query === '' ? all : all.filter((suggestion) => suggestion.label.toLowerCase().includes(query));
  }, [choices, tokens, draft.text, isFiltering]);
  const color = tokens.find((token) => token.reference === draft.text && token.type === 'color')?.css;
  const isShown = isOpen && suggestions.length > 0;

  const open = () => {
    setIsOpen(true);
    setIsFiltering(false);
    setActive(-1);
  };
  const take = (suggestion: Suggestion) => {
    draft.change(suggestion.value);
    setIsOpen(false);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isShown) return open();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = (active + step + suggestions.length) % suggestions.length;
      setActive(next);
      document.getElementById(`${id}-option-${String(next)}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && isShown && suggestions[active]) {
      event.preventDefault();
      take(suggestions[active]);
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(false);
    }
  };

  return (
    <div className={styles.tokenField} onBlur={(event) => {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      setIsOpen(false);
      draft.leave();
    }}>
      {color !== undefined && <span className={styles.swatch} style={{ background: color }} aria-hidden="true" />}
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown && active >= 0 ? `${id}-option-${String(active)}` : undefined}
        aria-invalid={isInvalid || undefined}
        aria-describedby={props.describedBy}
        autoComplete="off"
        spellCheck={false}
        disabled={isDisabled}
        className={controls.input}
        data-swatch={color !== undefined || undefined}
        placeholder={props.inherited ?? props.placeholder ?? ''}
        value={draft.text}
        onChange={(event) => {
          draft.change(event.target.value);
          setIsOpen(true);
          setIsFiltering(true);
          setActive(-1);
        }}
        onFocus={draft.enter}
        onKeyDown={press}
      />
      {(tokens.length > 0 || choices.length > 0) && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.openList}
          aria-label={`${label}: suggestions`}
          disabled={isDisabled}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            input.current?.focus();
            if (isShown) setIsOpen(false);
            else open();
          }}
        >
          <ChevronDown size={14} aria-hidden="true" />
        </button>
      )}
      {isShown && (
        <ul id={`${id}-list`} className={styles.suggestions} role="listbox" aria-label={`${label}: suggestions`}>
          {suggestions.map((suggestion, index) => (
            <li
              key={suggestion.value}
              id={`${id}-option-${String(index)}`}
              role="option"
              aria-selected={suggestion.value === value}
              data-active={index === active || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              {suggestion.isColor && <span className={styles.swatch} style={{ background: suggestion.css }} aria-hidden="true" />}
              <span className={styles.tokenName}>{suggestion.label}</span>
              {!suggestion.isColor && <span className={styles.tokenValue}>{suggestion.css}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
