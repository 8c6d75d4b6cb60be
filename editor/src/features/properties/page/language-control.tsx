import type { ControlProps } from '../controls/control.ts';
import controls from '../controls/controls.module.css';
import { useDraft } from '../controls/use-draft.ts';

import { languageName, languages } from './languages.ts';
import styles from './page-settings.module.css';

// A language by its code. The browser's list of suggestions takes names too.
export function LanguageControl({ id, value, isInvalid, isDisabled, describedBy, onChange }: ControlProps) {
  const draft = useDraft(typeof value === 'string' ? value : '', isInvalid, (text) => onChange(codeOf(text.trim())));
  const name = languageName(draft.text);
  return (
    <div className={styles.language}>
      <input
        id={id}
        type="text"
        list={`${id}-languages`}
        className={controls.input}
        placeholder="en"
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        disabled={isDisabled}
        value={draft.text}
        onChange={(event) => draft.change(codeOf(event.target.value))}
        onFocus={draft.enter}
        onBlur={draft.leave}
      />
      {name !== null && <span className={styles.languageName}>{name}</span>}
      <datalist id={`${id}-languages`}>
        {languages.map((language) => (
          <option key={language.code} value={language.code}>
            {language.name}
          </option>
        ))}
      </datalist>
    </div>
  );
}

function codeOf(text: string): string {
  return languages.find(({ name }) => name.toLowerCase() === text.toLowerCase())?.code ?? text;
}
