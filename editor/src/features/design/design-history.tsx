import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { restoreTokenVersion, tokenVersionQuery, tokenVersionsQuery, type TokenVersion } from '../../api/design-tokens.ts';
import { explain } from '../../api/problem.ts';
import { canPublish, useUser } from '../../api/use-credentials.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SideChoice, SideList } from '../../ui/side-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { ChangeList } from './change-list.tsx';
import styles from './dialogs.module.css';
import { forgetDesign } from '../../previews/forget-design.ts';
import { useDesign, useDesignState } from './use-design.ts';

/** All published versions: who, when, what changed, and a way back. */
export function DesignHistory({ onClose }: { onClose: () => void }) {
  const { draft } = useDesign();
  const { published } = useDesignState(draft);
  const versions = useInfiniteQuery(tokenVersionsQuery());
  const [chosen, setChosen] = useState<number | null>(null);
  const all = versions.data?.pages.flatMap(({ items }) => items) ?? [];
  const version = all.find(({ number }) => number === chosen) ?? all[0];
  return (
    <Dialog isOpen onOpenChange={onClose} size="large" title="History of the design tokens">
      <SideList>
        {versions.isPending && <Waiting />}
        {versions.isError && <Notice tone="danger">{explain(versions.error)}</Notice>}
        <ul aria-label="Versions">
          {all.map((one) => (
            <li key={one.number}>
              <SideChoice isChosen={one === version} onChoose={() => setChosen(one.number)}>
                <span className={styles.versionName}>
                  Version {one.number}
                  {one.number === published.version && <Badge tone="success">Published</Badge>}
                </span>
                <span>{messageOf(one)}</span>
                <span className={styles.hint}>
                  {one.author?.name ?? 'Pagewright'}, <RelativeTime iso={one.createdAt} />
                </span>
              </SideChoice>
            </li>
          ))}
        </ul>
        {versions.hasNextPage && (
          <Button size="small" isBusy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
            Older versions
          </Button>
        )}
      </SideList>
      <div className={styles.comparison}>{version && <Comparison key={version.number} version={version} onClose={onClose} />}</div>
    </Dialog>
  );
}

const messageOf = ({ message, restoredFrom }: TokenVersion): string => message || (restoredFrom === null ? '' : `Restored version ${String(restoredFrom)}`);

function Waiting() {
  return (
    <div role="status">
      <span className="visually-hidden">Loading</span>
      <Skeleton width="70%" /> <Skeleton width="45%" />
    </div>
  );
}

function Comparison({ version, onClose }: { version: TokenVersion; onClose: () => void }) {
  const user = useUser();
  const { draft } = useDesign();
  const { published } = useDesignState(draft);
  const isPublished = version.number === published.version;
  const [against, setAgainst] = useState<'before' | 'now'>('before');
  const [isRestoring, setIsRestoring] = useState(false);
  const own = useQuery(tokenVersionQuery(version.number));
  const before = useQuery({ ...tokenVersionQuery(version.number - 1), enabled: version.number > 1 });
  const error = own.error ?? before.error;
  const tokens = own.data?.tokens;
  return (
    <>
      <div className={styles.comparisonTop}>
        <Segmented
          label="Compared with"
          value={isPublished ? 'before' : against}
          onChange={setAgainst}
          isDisabled={isPublished}
          options={[
            { value: 'before', label: 'What changed in it' },
            { value: 'now', label: 'From it to now' },
          ]}
        />
        {canPublish(user) && !isPublished && (
          <Button size="small" onClick={() => setIsRestoring(true)}>
            Restore version {version.number}
          </Button>
        )}
      </div>
      {error !== null && <Notice tone="danger">{explain(error)}</Notice>}
      {tokens === undefined && error === null && <Waiting />}
      {tokens !== undefined && against === 'now' && !isPublished && <ChangeList before={tokens} after={published.tokens} label={`From version ${String(version.number)} to now`} />}
      {tokens !== undefined && (against === 'before' || isPublished) && version.number === 1 && <p className={styles.hint}>It is the first version: the theme that came with Pagewright.</p>}
      {tokens !== undefined && (against === 'before' || isPublished) && before.data?.tokens !== undefined && (
        <ChangeList before={before.data.tokens} after={tokens} label={`What changed in version ${String(version.number)}`} />
      )}
      {isRestoring && <RestoreDialog number={version.number} onClose={() => setIsRestoring(false)} onRestored={onClose} />}
    </>
  );
}

function RestoreDialog({ number, onClose, onRestored }: { number: number; onClose: () => void; onRestored: () => void }) {
  const queries = useQueryClient();
  const { draft } = useDesign();
  const { saved, published } = useDesignState(draft);
  const restore = useMutation({
    mutationFn: async () => {
      const version = await draft.publishing(() => restoreTokenVersion(number));
      await forgetDesign(queries);
      return version;
    },
    onSuccess: (version) => {
      showToast({ text: `Version ${String(version.number)} says the same as version ${String(number)} now.`, tone: 'success' });
      onRestored();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Restore version ${String(number)}?`}
      description={`It is published at once, as version ${String(published.version + 1)}. Published pages stay as they are until they are published again.${saved ? ' Your draft stays, too.' : ''}`}
      confirmLabel={`Restore version ${String(number)}`}
      tone="primary"
      isBusy={restore.isPending}
      error={restore.isError ? explain(restore.error) : undefined}
      onConfirm={() => restore.mutate()}
    />
  );
}
