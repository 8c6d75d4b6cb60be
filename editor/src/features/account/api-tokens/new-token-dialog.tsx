import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createApiToken, scopesQuery } from '../../../api/account.ts';
import { explain, Problem, sentence } from '../../../api/problem.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { Field, TextField } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { offeredScopes } from './scope-words.ts';
import { endOf, lifetimes, type Lifetime } from './token-expiry.ts';

/** Makes a token, and shows it this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [lifetime, setLifetime] = useState<Lifetime>('90');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const scopes = useQuery(scopesQuery());
  const make = useMutation({
    mutationFn: () => createApiToken(name.trim(), [...chosen], endOf(lifetime, new Date())),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-tokens'] }),
  });
  const nameFault = make.error instanceof Problem ? make.error.faultAt('/name') : undefined;
  const error = nameFault === undefined ? (make.error ?? scopes.error) : null;
  return (
    <FormDialog
      title="New API token"
      confirmLabel="Create token"
      isReady={name.trim() !== '' && chosen.size > 0}
      isBusy={make.isPending}
      error={error === null ? undefined : explain(error)}
      outcome={
        make.data && {
          title: `The token “${make.data.apiToken.name}”`,
          description: 'Copy it now: it is not shown again.',
          children: (
            <>
              <CopyField label="Token" value={make.data.token} help="Programs send it as “Authorization: Bearer …”." />
              <Notice tone="warning">Keep it as you keep a password. Whoever has it can do what it may.</Notice>
            </>
          ),
        }
      }
      onConfirm={() => make.mutate()}
      onClose={onClose}
    >
      <TextField
        label="Name"
        required
        autoFocus
        maxLength={100}
        autoComplete="off"
        placeholder="Newsletter import"
        help="What it is for, so that you know it again."
        value={name}
        error={nameFault === undefined ? undefined : sentence(nameFault)}
        onChange={(event) => setName(event.target.value)}
      />
      <Field label="Expires after" help={lifetime === '' ? 'Whoever has the token can use it until you revoke it.' : 'Make another one before that.'}>
        {(control) => <Select {...control} value={lifetime} options={lifetimes} onChange={setLifetime} />}
      </Field>
      {scopes.isPending && <Skeleton height={160} />}
      {scopes.data !== undefined && <ScopeChoice groups={offeredScopes(scopes.data)} chosen={chosen} onChange={setChosen} />}
    </FormDialog>
  );
}
