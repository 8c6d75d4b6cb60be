import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { publishPage } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import { addressIn } from '../../api/published-address.ts';
import { environmentsQuery, permissionsQuery } from '../../api/queries.ts';
import type { Environment, PageSummary } from '../../api/types.ts';
import { canPublish, useUser } from '../../api/use-credentials.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { whenSaved } from '../../session/when-saved.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { PublishedLink } from './published-link.tsx';
import styles from './publish-dialog.module.css';

type Step = 'saving' | 'publishing';

const stepText: Record<Step, string> = { saving: 'Waiting for the last changes to be saved…', publishing: 'Rendering and publishing…' };

function readersOf({ kind, access }: Environment): string {
  if (access === 'password') return 'Whoever knows its password can read it.';
  if (access === 'members') return 'Members of your organisation can read it.';
  return kind === 'production' ? 'Everybody who has the address can read it.' : 'It is a rehearsal: the production site stays as it is.';
}

export function PublishDialog({ page, onClose }: { page: PageSummary; onClose: () => void }) {
  const user = useUser();
  const session = useSession();
  const queries = useQueryClient();
  const environments = useQuery(environmentsQuery());
  const canEdit = useEditorState((state) => state.canEdit);
  const permissions = useQuery({ ...permissionsQuery(page.id, String(canEdit)), enabled: !canPublish(user) });
  const [chosen, setChosen] = useState<string | null>(null);
  const [step, setStep] = useState<Step>('saving');
  // Previews show their branch, and nothing that is published to them.
  const places = environments.data?.filter(({ kind }) => kind !== 'preview');
  const environment = places?.find(({ id }) => id === chosen) ?? places?.find(({ kind }) => kind === 'production') ?? places?.[0];

  const publish = useMutation({
    mutationFn: async (environmentId: string) => {
      setStep('saving');
      await whenSaved(session);
      setStep('publishing');
      return publishPage(page.id, environmentId);
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['page', page.id], exact: true });
      void queries.invalidateQueries({ queryKey: ['page', page.id, 'versions'] });
    },
  });

  if (!canPublish(user) && permissions.data?.page?.publish !== true) {
    return (
      <Dialog isOpen onOpenChange={onClose} title={permissions.isPending ? 'Publish' : 'Publishing is for administrators'} actions={<Button onClick={onClose}>Close</Button>}>
        {permissions.isPending ? (
          <Spinner />
        ) : (
          <p>
            Your work is saved. Ask an administrator of {user.organization.name} to publish “{page.name}”, and send along the address of this screen.
          </p>
        )}
      </Dialog>
    );
  }

  if (publish.isSuccess) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title="Published"
        description={`“${page.name}” is live in ${environment?.name ?? 'its environment'}.`}
        actions={
          <Button tone="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <PublishedLink url={publish.data.url} />
      </Dialog>
    );
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Publish “${page.name}”`}
      isDismissible={!publish.isPending}
      actions={
        <>
          <Button onClick={onClose} disabled={publish.isPending}>
            Cancel
          </Button>
          <Button tone="primary" isBusy={publish.isPending} disabled={environment === undefined} onClick={() => environment !== undefined && publish.mutate(environment.id)}>
            {environment === undefined ? 'Publish' : `Publish to ${environment.name}`}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        {environments.isPending && <Spinner />}
        {environments.isError && <Notice tone="danger">{explain(environments.error)}</Notice>}
        {environment !== undefined && places !== undefined && (
          <>
            <Field label="Environment">
              {({ id }) => (
                <Select
                  id={id}
                  label="Environment"
                  value={environment.id}
                  isDisabled={publish.isPending}
                  options={places.map(({ id: value, name }) => ({ value, label: name }))}
                  onChange={setChosen}
                />
              )}
            </Field>
            <ul className={styles.effects}>
              <li>
                The page as it is now appears at <span className={styles.address}>{addressIn(environment, page.slug)}</span>
              </li>
              <li>{readersOf(environment)}</li>
              <li>The history keeps a version “Published to {environment.name}”.</li>
            </ul>
          </>
        )}
        <div role="status">
          {publish.isPending && (
            <p className={styles.progress}>
              <Spinner size={16} />
              {stepText[step]}
            </p>
          )}
        </div>
        {publish.isError && <Notice tone="danger">{explain(publish.error)}</Notice>}
      </div>
    </Dialog>
  );
}
