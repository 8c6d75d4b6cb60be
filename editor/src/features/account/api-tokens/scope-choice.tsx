import styles from '../account.module.css';
import type { ScopeGroup } from './scope-words.ts';

interface ScopeChoiceProps {
  groups: readonly ScopeGroup[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** What a token may do, in words, thing by thing. */
export function ScopeChoice({ groups, chosen, onChange }: ScopeChoiceProps) {
  const toggle = (scope: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(scope);
    else next.delete(scope);
    onChange(next);
  };
  return (
    <div className={styles.permissions}>
      {groups.map(({ name, scopes }) => (
        <fieldset key={name} className={styles.group}>
          <legend>{name}</legend>
          {scopes.map(({ scope, means }) => (
            <label key={scope} className={styles.scope}>
              <input type="checkbox" checked={chosen.has(scope)} onChange={(event) => toggle(scope, event.target.checked)} />
              {means}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
