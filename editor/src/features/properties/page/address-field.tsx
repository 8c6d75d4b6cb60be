import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useEffect, useId, useState } from 'react';

import { explain, Problem } from '../../../api/problem.ts';
import { environmentsQuery, slugHolderQuery } from '../../../api/queries.ts';
import { addressIn } from '../../../api/published-address.ts';
import { faultOfSlug, slugFrom } from '../../../api/slug.ts';
import { Button } from '../../../ui/button.tsx';
import { isComposing } from '../../../ui/is-composing.ts';
import { ControlFrame, describedBy } from '../control-frame.tsx';
import controls from '../controls/controls.module.css';

import styles from './page-settings.module.css';
import type { PageRecord } from './use-page-record.ts';

const typingPause = 300;

// Where the page is found. It changes by its own button: a published page moves with it, and links elsewhere don't.
export function AddressField({ record, isDisabled }: { record: PageRecord; isDisabled: boolean }) {
  const { page, change } = record;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const slug = page?.slug ?? '';
  const wanted = typed ?? slug;
  const isChanged = wanted !== slug;
  const fault = isChanged ? faultOfSlug(wanted) : null;
  const holder = useHolder(isChanged && fault === null ? wanted : '', page?.id ?? '');
  const environments = useQuery(environmentsQuery());
  const production = environments.data?.find(({ kind }) => kind === 'production');
  const error = fault ?? refusal ?? (holder.name === null ? null : `“${holder.name}” has this address.`);
  const suggestion = fault === null ? null : slugFrom(wanted);
  const help = production === undefined ? `/${wanted}` : addressIn(production, wanted);
  const hasMoved = page !== undefined && page.publishedAt !== null && isChanged;

  const save = () => {
    if (!isChanged || error !== null || change.isPending) return;
    change.mutate(
      { slug: wanted },
      {
        onSuccess: () => setTyped((since) => (since === typed ? null : since)),
        onError: (problem) => setRefusal(problem instanceof Problem && problem.faultAt('/slug') !== undefined ? 'Another page has this address.' : explain(problem)),
      },
    );
  };
  const cancel = () => {
    setTyped(null);
    setRefusal(null);
  };
  return (
    <ControlFrame id={id} label="Address" help={help} error={error}>
      <div className={styles.address}>
        <span aria-hidden="true">/</span>
        <input
          id={id}
          type="text"
          className={controls.input}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          disabled={isDisabled || page === undefined}
          aria-invalid={error !== null || undefined}
          aria-describedby={describedBy(id, help, error)}
          value={wanted}
          onChange={(event) => {
            setTyped(event.target.value);
            setRefusal(null);
          }}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter') save();
            if (event.key !== 'Escape' || !isChanged) return;
            event.stopPropagation();
            cancel();
          }}
        />
      </div>
      {isChanged && (
        <div className={styles.addressActions} role="status">
          {error === null && holder.isKnown && (
            <span className={styles.free}>
              <Check size={13} aria-hidden="true" /> Free
            </span>
          )}
          <Button size="small" tone="primary" isBusy={change.isPending} disabled={error !== null} onClick={save}>
            Change address
          </Button>
          <Button size="small" onClick={cancel}>
            Cancel
          </Button>
          {suggestion !== null && suggestion !== wanted && (
            <Button size="small" tone="quiet" onClick={() => setTyped(suggestion)}>
              Use /{suggestion}
            </Button>
          )}
        </div>
      )}
      {hasMoved && <p className={styles.warning}>The published page moves to this address when you publish it again. Links to /{slug} then lead nowhere.</p>}
    </ControlFrame>
  );
}

// Which other page has an address, asked a moment after the typing pauses. What it does not see, the server's answer will say.
function useHolder(slug: string, pageId: string): { name: string | null; isKnown: boolean } {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(slug), typingPause);
    return () => clearTimeout(timer);
  }, [slug]);
  const { data } = useQuery({ ...slugHolderQuery(asked), enabled: asked !== '' });
  const isCurrent = asked === slug && slug !== '' && data !== undefined;
  return { name: isCurrent && data.page !== null && data.page.id !== pageId ? data.page.name : null, isKnown: isCurrent };
}
