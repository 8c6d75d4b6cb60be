import { useMutation, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Download, Inbox } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { inDays, keptForQuery } from '../../../api/kept-for.ts';
import { explain } from '../../../api/problem.ts';
import { exportSubmissions, formsQuery, submissionsAtOnce, submissionsQuery, type Submission } from '../../../api/submissions.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { OpenRow, RowList } from '../../../ui/row-list.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { Select } from '../../../ui/select.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { choiceOf, formChoices, inShort, keyOf } from './forms.ts';
import { SubmissionDialog } from './submission-dialog.tsx';
import styles from './submissions.module.css';

/** What visitors sent by the forms of published pages, newest first. */
export function Submissions() {
  const [parameters, setParameters] = useSearchParams();
  const [opened, setOpened] = useState<Submission | null>(null);
  const key = parameters.get('form') ?? '';
  const part = Math.max(0, (Number.parseInt(parameters.get('part') ?? '1', 10) || 1) - 1);
  const forms = useQuery({ ...formsQuery(), refetchOnMount: 'always' });
  const { data, error, isPending, refetch } = useQuery({ ...submissionsQuery(choiceOf(key), part), refetchOnMount: 'always' });
  const keptFor = useQuery(keptForQuery());
  const parts = Math.max(1, Math.ceil((data?.total ?? 0) / submissionsAtOnce));
  const pageNames = new Map(forms.data?.map((form) => [form.pageId, form.pageName]));
  const go = (form: string, to: number) =>
    setParameters({ tab: 'forms', ...(form === '' ? {} : { form }), ...(to === 0 ? {} : { part: String(to + 1) }) }, { replace: true });

  const download = useMutation({
    mutationFn: () => exportSubmissions(choiceOf(key)),
    onSuccess: ({ content, name }) => saveFile(content, name ?? 'form-submissions.csv'),
    onError: (fault) => showToast({ text: `Nothing was downloaded. ${explain(fault)}`, tone: 'danger' }),
  });

  return (
    <section aria-label="Form answers">
      <p className={styles.introduction}>Answers are kept for {inDays(keptFor.data?.formSubmissionDays)}. Download those that you need for longer.</p>
      {isPending && <RowSkeletons label="Loading the answers" />}
      {error !== null && data === undefined && (
        <NotLoaded title="The answers could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {data !== undefined && (data.total > 0 || key !== '') && (
        <div className={styles.bar}>
          <Select label="Form" value={keyOf(choiceOf(key))} options={formChoices(forms.data ?? [], key)} onChange={(form) => go(form, 0)} className={styles.form} />
          <p className={styles.count} role="status">
            {data.total} {data.total === 1 ? 'answer' : 'answers'}
          </p>
          <Button icon={<Download size={15} />} isBusy={download.isPending} disabled={data.total === 0} onClick={() => download.mutate()}>
            Download CSV
          </Button>
        </div>
      )}
      {data !== undefined && data.total === 0 && key === '' && (
        <EmptyState icon={<Inbox size={24} />} title="No answers yet">
          Put a Form or a Newsletter on a page, leave “Send elsewhere” empty, and publish the page. What visitors send then stands here.
        </EmptyState>
      )}
      {data !== undefined && data.items.length === 0 && (key !== '' || data.total > 0) && (
        <EmptyState icon={<Inbox size={24} />} title="Nothing here any more" action={<Button onClick={() => go('', 0)}>Show all answers</Button>}>
          The answers that stood here were deleted.
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <RowList label="Answers">
          {data.items.map((submission) => (
            <OpenRow
              key={submission.id}
              title={inShort(submission)}
              detail={[submission.formTitle, pageNames.get(submission.pageId)].filter(Boolean).join(' · ')}
              end={<RelativeTime iso={submission.createdAt} />}
              isOneLine
              onOpen={() => setOpened(submission)}
            />
          ))}
        </RowList>
      )}
      {parts > 1 && (
        <nav className={styles.parts} aria-label="Parts of the list">
          <Button icon={<ChevronLeft size={15} />} disabled={part === 0} onClick={() => go(key, part - 1)}>
            Newer
          </Button>
          <span>
            {Math.min(part + 1, parts)} of {parts}
          </span>
          <Button icon={<ChevronRight size={15} />} disabled={part + 1 >= parts} onClick={() => go(key, part + 1)}>
            Older
          </Button>
        </nav>
      )}
      {opened !== null && <SubmissionDialog id={opened.id} pageName={pageNames.get(opened.pageId)} onClose={() => setOpened(null)} />}
    </section>
  );
}
