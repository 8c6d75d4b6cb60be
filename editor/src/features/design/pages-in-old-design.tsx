import { useMutation, useQueryClient } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { publishPages, releasesChanged } from '../../api/releases.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/counted.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './dialogs.module.css';
import type { EnvironmentPages } from './use-shown-pages.ts';

interface PagesInOldDesignProps {
  version: number;
  shown: readonly EnvironmentPages[];
  onClose: () => void;
}

/** After publishing tokens: which published pages are still in the older design, and a button that publishes them again. */
export function PagesInOldDesign({ version, shown, onClose }: PagesInOldDesignProps) {
  const old = shown.map(({ environment, pages }) => ({ environment, pages: pages.filter(({ hasNewDesign }) => hasNewDesign) })).filter(({ pages }) => pages.length > 0);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="medium"
      title={`Version ${String(version)} is published`}
      description={shown.length === 0 ? 'Pages have it as soon as they are published.' : 'Published pages show it once they are published again. Other changes of these pages that are not published yet go along.'}
      actions={
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <ul className={styles.environments}>
        {old.map((pages) => (
          <OldPages key={pages.environment.id} {...pages} version={version} />
        ))}
      </ul>
      {shown.length > 0 && old.length === 0 && <Notice tone="success">All published pages are in the new design.</Notice>}
    </Dialog>
  );
}

function OldPages({ environment, pages, version }: EnvironmentPages & { version: number }) {
  const queries = useQueryClient();
  const count = counted(pages.length, 'page');
  const release = useMutation({
    mutationFn: () => publishPages({ environmentId: environment.id, pageIds: pages.map(({ pageId }) => pageId), message: `Design tokens, version ${String(version)}` }),
    onSuccess: (made) => ('jobId' in made ? undefined : releasesChanged(queries)),
  });
  return (
    <li className={styles.environment}>
      <div>
        <p>
          <strong>{environment.name}</strong>: {count} in the older design
        </p>
        <p className={styles.hint}>
          {pages.slice(0, 5).map(({ pageName }) => pageName).join(', ')}
          {pages.length > 5 && ` and ${String(pages.length - 5)} more`}
        </p>
        {release.isError && <Notice tone="danger">{explain(release.error)}</Notice>}
      </div>
      {release.data !== undefined && 'jobId' in release.data ? (
        <p className={styles.hint}>They are being published.</p>
      ) : (
        <Button isBusy={release.isPending} aria-label={`Publish ${count} of ${environment.name} again`} onClick={() => release.mutate()}>
          Publish again
        </Button>
      )}
    </li>
  );
}
