import { useId, useState } from 'react';

import { explain } from '../../../api/problem.ts';
import { isComposing } from '../../../ui/is-composing.ts';
import { ControlFrame, describedBy } from '../control-frame.tsx';
import controls from '../controls/controls.module.css';

import type { PageRecord } from './use-page-record.ts';

const help = 'For you and your team. Visitors see the title.';

// The page's name; Enter or leaving the field renames, Escape does not.
export function NameField({ record: { page, change }, isDisabled }: { record: PageRecord; isDisabled: boolean }) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const name = page?.name ?? '';

  const rename = () => {
    const next = typed?.trim() ?? name;
    if (next === name) return setTyped(null);
    if (next === '') return setError('A page needs a name.');
    change.mutate({ name: next }, { onSuccess: () => setTyped((since) => (since === typed ? null : since)), onError: (fault) => setError(explain(fault)) });
  };
  return (
    <ControlFrame id={id} label="Name" help={help} error={error}>
      <input
        id={id}
        type="text"
        className={controls.input}
        maxLength={255}
        disabled={isDisabled || page === undefined}
        aria-invalid={error !== null || undefined}
        aria-describedby={describedBy(id, help, error)}
        value={typed ?? name}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(null);
        }}
        onBlur={rename}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Enter') rename();
          if (event.key !== 'Escape' || typed === null) return;
          event.stopPropagation();
          setTyped(null);
          setError(null);
        }}
      />
    </ControlFrame>
  );
}
