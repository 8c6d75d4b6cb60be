import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { explain, Problem } from '../../../api/problem.ts';
import { publishPages, releasesChanged, type ShownPage } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { counted } from '../../../ui/counted.ts';
import { TextField } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { isoOfLocal, momentText } from '../../../ui/moment.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { faultOfWhen, WhenField } from '../../../ui/when-field.tsx';
import { type ChosenPages, PagePicker } from './page-picker.tsx';
import { ChangeBadge } from './shown-pages.tsx';
import styles from './releases.module.css';

// As many as the server takes at once.
const mostPages = 500;

interface PublishPagesProps {
  environment: Environment;
  shown: readonly ShownPage[];
  onClose: () => void;
}

/** One release of all pages that were changed, or of those that one chooses, now or at a later time. */
export function PublishPages({ environment, shown, onClose }: PublishPagesProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const changed = shown.filter(({ hasChanges }) => hasChanges);
  const [what, setWhat] = useState<'changed' | 'chosen'>(changed.length > 0 ? 'changed' : 'chosen');
  const [chosen, setChosen] = useState<ChosenPages>(new Map());
  const [when, setWhen] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const [rollsBack, setRollsBack] = useState(false);
  // Now it is what stands in the list; later, what was changed by then.
  const changedIds = when === null && changed.length <= mostPages ? changed.map(({ pageId }) => pageId) : undefined;
  const pageIds = what === 'chosen' ? [...chosen.keys()] : changedIds;
  const isEmpty = what === 'chosen' ? chosen.size === 0 : when === null && changed.length === 0;
  const publish = useMutation({
    mutationFn: () =>
      publishPages({
        environmentId: environment.id,
        message: message.trim(),
        rollbackOnFailure: rollsBack,
        ...(pageIds === undefined ? {} : { pageIds }),
        ...(when === null ? {} : { publishAt: isoOfLocal(when) ?? when }),
      }),
    onSuccess: async (made) => {
      onClose();
      if (!('jobId' in made)) void navigate(`/releases/${made.id}`);
      else if (when !== null) showToast({ text: `It will be published at ${momentText(made.publishAt)}.`, tone: 'success' });
      await releasesChanged(queries);
    },
  });
  const fault = publish.error instanceof Problem ? publish.error : undefined;
  const faultOfPages = faultOf(fault, pageIds ?? [], what === 'chosen' ? chosen : new Map(changed.map(({ pageId, pageName }) => [pageId, pageName])));
  const faultOfTime = fault?.faultAt('/publishAt');
  return (
    <FormDialog
      size="medium"
      title={`Publish to ${environment.name}`}
      description="Visitors see all of it at once, or nothing where one of the pages cannot be published."
      confirmLabel={when === null ? `Publish to ${environment.name}` : 'Schedule'}
      isBusy={publish.isPending}
      isReady={!isEmpty && faultOfWhen(when) === undefined}
      error={faultOfPages ?? (publish.isError && faultOfTime === undefined ? explain(publish.error) : undefined)}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <div className={styles.field}>
        <span className={styles.label}>Pages</span>
        <Segmented
          label="Pages"
          value={what}
          isDisabled={publish.isPending}
          options={[
            { value: 'changed', label: `All that changed (${String(changed.length)})` },
            { value: 'chosen', label: 'Choose pages' },
          ]}
          onChange={setWhat}
        />
        {what === 'chosen' ? <PagePicker chosen={chosen} onChange={setChosen} /> : <Changed environment={environment} pages={changed} isLater={when !== null} />}
      </div>
      <div className={styles.field}>
        <span className={styles.label}>When</span>
        <WhenField
          value={when}
          isDisabled={publish.isPending}
          error={faultOfTime}
          onChange={(next) => {
            setWhen(next);
            publish.reset();
          }}
        />
      </div>
      <TextField label="Why?" isOptional maxLength={500} autoComplete="off" value={message} help="Stands in the list of releases." onChange={(event) => setMessage(event.target.value)} />
      <label className={styles.switch}>
        <Switch isOn={rollsBack} isDisabled={publish.isPending} onChange={setRollsBack} />
        <span>
          Go back by itself if visitors do not get the pages
          <span className={styles.hint}>The server asks for each of them right after the release.</span>
        </span>
      </label>
    </FormDialog>
  );
}

function Changed({ environment, pages, isLater }: { environment: Environment; pages: readonly ShownPage[]; isLater: boolean }) {
  if (pages.length === 0)
    return (
      <p className={styles.soft}>
        {isLater ? `Nothing that ${environment.name} shows is out of date so far. What is changed until then is published.` : `Nothing that ${environment.name} shows was changed since it was published.`}
      </p>
    );
  return (
    <>
      <p className={styles.caption}>{isLater ? `${counted(pages.length, 'page')} so far, and what else is changed until then:` : `${counted(pages.length, 'page')} will change for visitors:`}</p>
      <ul className={styles.compact} aria-label="Pages that changed" tabIndex={0}>
        {pages.map((page) => (
          <li key={page.pageId}>
            <span className={styles.words}>
              <span className={styles.name}>{page.pageName}</span>
              <span className={styles.soft}>{page.path}</span>
            </span>
            <ChangeBadge page={page} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The server names a page by its place in what was sent; people know its name. */
function faultOf(problem: Problem | undefined, sent: readonly string[], names: ChosenPages): string | undefined {
  const fault = problem?.faults.find(({ path }) => path.startsWith('/pageIds/'));
  if (fault === undefined) return undefined;
  const id = sent[Number(fault.path.slice('/pageIds/'.length))] ?? '';
  return `“${names.get(id) ?? id}” ${fault.message.replace('must be the id of a page', 'is not there any more: choose again without it')}.`;
}
