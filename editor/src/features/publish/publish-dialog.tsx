import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isPlaceToPublish } from '../../api/environments.ts';
import { explain, Problem } from '../../api/problem.ts';
import { addressIn } from '../../api/published-address.ts';
import { environmentsQuery, permissionsQuery } from '../../api/queries.ts';
import { releasesChanged } from '../../api/releases.ts';
import type { Environment, PageSummary } from '../../api/types.ts';
import { canPublish, useUser } from '../../api/use-credentials.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { whenSaved } from '../../session/when-saved.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { faultOfWhen, WhenField } from '../../ui/when-field.tsx';
import { publishOrSchedule } from './publish-or-schedule.ts';
import { Published, Scheduled } from './published.tsx';
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
  const [when, setWhen] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const places = environments.data?.filter(isPlaceToPublish);
  const environment = places?.find(({ id }) => id === chosen) ?? places?.find(({ kind }) => kind === 'production') ?? places?.[0];

  const publish = useMutation({
    mutationFn: async (environmentId: string) => {
      setStep('saving');
      await whenSaved(session);
      setStep('publishing');
      return publishOrSchedule(page.id, environmentId, message.trim(), when);
    },
    onSuccess: () => {
      void releasesChanged(queries);
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

  if (publish.isSuccess && environment !== undefined) {
    if ('url' in publish.data) return <Published page={page} environment={environment} url={publish.data.url} onClose={onClose} />;
    return <Scheduled page={page} environment={environment} publishAt={publish.data.publishAt} onClose={onClose} />;
  }
  const faultOfTime = publish.error instanceof Problem ? publish.error.faultAt('/publishAt') : undefined;

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
          <Button tone="primary" isBusy={publish.isPending} disabled={environment === undefined || faultOfWhen(when) !== undefined} onClick={() => environment !== undefined && publish.mutate(environment.id)}>
            {when !== null ? 'Schedule' : environment === undefined ? 'Publish' : `Publish to ${environment.name}`}
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
                The page as it is {when === null ? 'now' : 'then'} appears at <span className={styles.address}>{addressIn(environment, page.slug)}</span>
              </li>
              <li>{readersOf(environment)}</li>
              <li>{when === null ? `The history keeps a version “Published to ${environment.name}”.` : 'Until then it can be cancelled where all that is published is listed.'}</li>
            </ul>
            {canPublish(user) && (
              <WhenField
                value={when}
                isDisabled={publish.isPending}
                error={faultOfTime}
                onChange={(next) => {
                  setWhen(next);
                  publish.reset();
                }}
              />
            )}
            <TextField label="Why?" isOptional maxLength={500} autoComplete="off" value={message} disabled={publish.isPending} onChange={(event) => setMessage(event.target.value)} />
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
        {publish.isError && faultOfTime === undefined && <Notice tone="danger">{explain(publish.error)}</Notice>}
      </div>
    </Dialog>
  );
}
