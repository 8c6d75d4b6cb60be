import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { sharingQuery } from '../../api/queries.ts';
import type { PageSharing, PageSummary, Permissions } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AccessChoice } from './access-choice.tsx';
import { AddPeople } from './add-people.tsx';
import { PeopleList } from './people-list.tsx';
import styles from './sharing.module.css';

export type PageRights = NonNullable<Permissions['page']>;

/** One change of who may do what. What it does to the list is read anew afterwards. */
export type Change = () => Promise<unknown>;

export function ShareDialog({ page, rights, onClose }: { page: PageSummary; rights: PageRights; onClose: () => void }) {
  const queries = useQueryClient();
  const sharing = useQuery(sharingQuery(page.id));
  const change = useMutation({
    mutationFn: (run: Change) => run(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['page', page.id, 'sharing'] }),
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Share “${page.name}”`}
      size="medium"
      actions={
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className={styles.content}>
        {sharing.isPending && <Loading />}
        {sharing.isError && (
          <Notice tone="danger">
            {explain(sharing.error)}{' '}
            <Button size="small" onClick={() => void sharing.refetch()}>
              Try again
            </Button>
          </Notice>
        )}
        {change.isError && <Notice tone="danger">{explain(change.error)}</Notice>}
        {sharing.data !== undefined && <Content page={page} sharing={sharing.data} rights={rights} isBusy={change.isPending} onChange={(run) => change.mutate(run)} />}
      </div>
    </Dialog>
  );
}

export interface ContentProps {
  page: PageSummary;
  sharing: PageSharing;
  rights: PageRights;
  isBusy: boolean;
  onChange: (run: Change) => void;
}

function Content(props: ContentProps) {
  const { manage } = props.rights;
  return (
    <>
      {!manage && <Notice>Only the owner of the page and administrators change who may do what with it.</Notice>}
      <AccessChoice {...props} />
      {manage && <AddPeople {...props} />}
      <PeopleList {...props} />
    </>
  );
}

function Loading() {
  return (
    <div className={styles.loading} role="status" aria-label="Loading who has access">
      <Skeleton height={34} />
      <Skeleton width="60%" />
      <Skeleton height={44} />
      <Skeleton height={44} />
    </div>
  );
}
