import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { apiTokensQuery } from '../../../api/account.ts';
import { explain } from '../../../api/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { SettingsPage } from '../../../ui/settings-page.tsx';
import { ApiTokenRow } from './api-token-row.tsx';
import { NewTokenDialog } from './new-token-dialog.tsx';

/** The programs that somebody has let in in their name. */
export function ApiTokens() {
  const [isCreating, setIsCreating] = useState(false);
  const { data: tokens, error, isPending, refetch } = useQuery({ ...apiTokensQuery(), refetchOnMount: 'always' });
  return (
    <SettingsPage
      title="API tokens"
      introduction={
        <>
          A token lets a program call the <a href="/api/docs">API</a> in your name: it may what its permissions say, and never more than you may yourself.
        </>
      }
      action={
        <Button tone="primary" icon={<Plus size={16} />} onClick={() => setIsCreating(true)}>
          New token
        </Button>
      }
    >
      {isPending && <RowSkeletons label="Loading your tokens" />}
      {error !== null && tokens === undefined && <NotLoaded title="Your tokens could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />}
      {tokens?.length === 0 && (
        <EmptyState icon={<KeyRound size={24} />} title="You have no API tokens">
          Make one for a program of yours, such as an import of news or a backup.
        </EmptyState>
      )}
      {tokens !== undefined && tokens.length > 0 && (
        <RowList label="API tokens">
          {tokens.map((token) => (
            <ApiTokenRow key={token.id} token={token} />
          ))}
        </RowList>
      )}
      {isCreating && <NewTokenDialog onClose={() => setIsCreating(false)} />}
    </SettingsPage>
  );
}
