import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { revokeApiToken, type ApiToken } from '../../../api/account.ts';
import { explain, Problem } from '../../../api/problem.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Row } from '../../../ui/row-list.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import styles from '../account.module.css';
import { wordsOf } from './scope-words.ts';
import { stateOf } from './token-expiry.ts';

const dayOf = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

export function ApiTokenRow({ token }: { token: ApiToken }) {
  const { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt } = token;
  const queries = useQueryClient();
  const [isRevoking, setIsRevoking] = useState(false);
  const state = stateOf(expiresAt, new Date());
  const done = () => {
    setIsRevoking(false);
    showToast({ text: `“${name}” is revoked.` });
    return queries.invalidateQueries({ queryKey: ['api-tokens'] });
  };
  const revoke = useMutation({
    mutationFn: () => revokeApiToken(id),
    onSuccess: done,
    // Somebody was quicker: what was wanted.
    onError: (error) => (error instanceof Problem && error.status === 404 ? done() : undefined),
  });
  return (
    <Row
      picture={<KeyRound size={18} aria-hidden="true" />}
      title={name}
      badges={
        <>
          {state === 'over' && <Badge tone="warning">Expired</Badge>}
          {state === 'soon' && <Badge tone="warning">Expires soon</Badge>}
        </>
      }
      detail={
        <>
          <code>{prefix}…</code>
          {' · '}
          {lastUsedAt === null ? (
            'Never used'
          ) : (
            <>
              Last used <RelativeTime iso={lastUsedAt} />
            </>
          )}
          {' · Made '}
          <RelativeTime iso={createdAt} />
          {' · '}
          {expiresAt === null ? 'Does not expire' : `${state === 'over' ? 'Expired' : 'Until'} ${dayOf.format(new Date(expiresAt))}`}
        </>
      }
      end={
        <Button size="small" aria-label={`Revoke ${name}`} onClick={() => setIsRevoking(true)}>
          Revoke…
        </Button>
      }
    >
      <details className={styles.scopes}>
        <summary>
          {scopes.length} {scopes.length === 1 ? 'permission' : 'permissions'}
        </summary>
        <ul>
          {scopes.map((scope) => (
            <li key={scope}>{wordsOf(scope)}</li>
          ))}
        </ul>
      </details>
      <ConfirmDialog
        isOpen={isRevoking}
        onOpenChange={(isOpen) => {
          setIsRevoking(isOpen);
          revoke.reset();
        }}
        title={`Revoke “${name}”?`}
        description="Programs that use it are refused from their next request on. This cannot be undone, but you can make another token."
        confirmLabel="Revoke"
        isBusy={revoke.isPending}
        error={revoke.isError ? explain(revoke.error) : undefined}
        onConfirm={() => revoke.mutate()}
      />
    </Row>
  );
}
