import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { componentUpgradeQuery, componentUsageQuery, upgradePage } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { Consequences } from './consequences.tsx';
import styles from './dialogs.module.css';

/** Where the component stands, and the pages that are behind its present version. */
export function UsageDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const user = useUser();
  const queries = useQueryClient();
  const usage = useQuery(componentUsageQuery(name));
  const behind = useQuery({ ...componentUpgradeQuery(name), enabled: canEdit(user) });
  const [done, setDone] = useState(0);
  const waiting = behind.data?.items.filter(({ fault }) => fault === undefined) ?? [];
  const upgrade = useMutation({
    mutationFn: async () => {
      setDone(0);
      for (const { id } of waiting) {
        await upgradePage(id);
        setDone((count) => count + 1);
      }
      return waiting.length;
    },
    onSuccess: (count) => showToast({ text: count === 1 ? 'The page has the present version now.' : `${String(count)} pages have the present version now.` }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['components', 'one', name] }),
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Usage"
      size="medium"
      isDismissible={!upgrade.isPending}
      actions={
        <>
          {waiting.length > 0 && (
            <Button tone="primary" isBusy={upgrade.isPending} onClick={() => upgrade.mutate()}>
              {upgrade.isPending ? `${String(done)} of ${String(waiting.length)}` : waiting.length === 1 ? 'Upgrade this page' : 'Upgrade these pages'}
            </Button>
          )}
          <Button onClick={onClose} disabled={upgrade.isPending}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {usage.isError && <Notice tone="danger">{explain(usage.error)}</Notice>}
        {usage.isPending && <Skeleton height={72} />}
        {usage.data?.total === 0 && <p className={styles.soft}>No page has this component at present.</p>}
        {usage.data !== undefined && usage.data.total > 0 && (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <caption>
                {usage.data.usageCount === 1 ? 'Once' : `${String(usage.data.usageCount)} times`} on {usage.data.total === 1 ? '1 page' : `${String(usage.data.total)} pages and branches`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Page</th>
                  <th scope="col">Branch</th>
                  <th scope="col">Made with</th>
                  <th scope="col">Places</th>
                </tr>
              </thead>
              <tbody>
                {usage.data.items.map(({ pageId, pageName, slug, branch, version, nodes }) => (
                  <tr key={`${pageId} ${branch}`}>
                    <th scope="row">
                      <Link to={`/${pageId}/edit`}>{pageName}</Link> <span className={styles.soft}>/{slug}</span>
                    </th>
                    <td>{branch}</td>
                    <td>{version}</td>
                    <td>{nodes}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {upgrade.isError && <Notice tone="danger">{explain(upgrade.error)}</Notice>}
        {canEdit(user) && <Consequences upgrade={behind.data} isLoading={behind.isPending} error={behind.error} />}
        {waiting.length > 0 && <p className={styles.soft}>Pages are upgraded as they are next opened; this opens them now. The state before is kept in their history.</p>}
      </div>
    </Dialog>
  );
}
