import { useState } from 'react';
import { Segmented } from '../../ui/segmented.tsx';
import { type EventKind, eventKinds, eventName, withoutPlace, withPattern } from './event-words.ts';
import styles from './webhooks.module.css';

interface EventChoiceProps {
  /** Patterns as the API has them: "*", "page.*", "page.published". */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error: string | undefined;
}

/** What a webhook is told of: everything, or the events that are chosen, by what they are about. */
export function EventChoice({ chosen, onChange, error }: EventChoiceProps) {
  const isEverything = chosen.includes('*');
  return (
    <fieldset className={styles.events}>
      <legend className={styles.legend}>What it is told of</legend>
      <Segmented
        label="What it is told of"
        value={isEverything ? 'everything' : 'chosen'}
        options={[
          { value: 'chosen', label: 'Chosen events' },
          { value: 'everything', label: 'Everything' },
        ]}
        onChange={(value) => onChange(value === 'everything' ? ['*'] : [])}
      />
      {error !== undefined && <p className={styles.fault}>{error}</p>}
      {!isEverything && (
        <div className={styles.kinds}>
          {eventKinds.map((kind) => (
            <Kind key={kind.kind} kind={kind} chosen={chosen} onChange={onChange} />
          ))}
          {withoutPlace(chosen).map((pattern) => (
            <div key={pattern} className={styles.choices}>
              <Choice label={pattern} isChosen onChange={() => onChange(withPattern(chosen, pattern, false))} />
            </div>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Kind({ kind: { kind, several, events }, chosen, onChange }: { kind: EventKind } & Pick<EventChoiceProps, 'chosen' | 'onChange'>) {
  const whole = `${kind}.*`;
  const hasWhole = chosen.includes(whole);
  const patterns = Object.keys(events).map((event) => `${kind}.${event}`);
  const count = patterns.filter((pattern) => chosen.includes(pattern)).length;
  // It begins open where something is chosen, and is then as its reader left it.
  const [isOpen, setIsOpen] = useState(hasWhole || count > 0);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {several}
        {(hasWhole || count > 0) && <span className={styles.soft}> · {hasWhole ? 'everything' : `${String(count)} chosen`}</span>}
      </summary>
      <div className={styles.choices}>
        <Choice label={eventName(whole)} isChosen={hasWhole} onChange={(isChosen) => onChange(withPattern(chosen, whole, isChosen))} />
        {patterns.map((pattern) => (
          <Choice
            key={pattern}
            label={eventName(pattern)}
            isChosen={hasWhole || chosen.includes(pattern)}
            isDisabled={hasWhole}
            onChange={(isChosen) => onChange(withPattern(chosen, pattern, isChosen))}
          />
        ))}
      </div>
    </details>
  );
}

function Choice({ label, isChosen, isDisabled = false, onChange }: { label: string; isChosen: boolean; isDisabled?: boolean; onChange: (isChosen: boolean) => void }) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={isChosen} disabled={isDisabled} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
