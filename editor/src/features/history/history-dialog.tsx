import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { restoreNode, restoreVersion } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import { previewQuery, versionsQuery } from '../../api/queries.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { whenSaved } from '../../session/when-saved.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ScaledPreview } from '../../ui/scaled-preview.tsx';
import { SideList } from '../../ui/side-list.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import type { ChangeGroup } from './change-groups.ts';
import { VersionChanges } from './version-changes.tsx';
import { VersionCompare } from './version-compare.tsx';
import { VersionList } from './version-list.tsx';
import { VersionTags } from './version-tags.tsx';
import styles from './history-dialog.module.css';

export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const queries = useQueryClient();
  const canEdit = useEditorState((state) => state.canEdit);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isRestoring, setIsRestoring] = useState(false);
  const [view, setView] = useState<'preview' | 'compare'>('preview');
  const [changes, setChanges] = useState(0); // of the page, since the dialog was opened
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...versionsQuery(session.pageId),
    refetchOnMount: 'always',
  });
  const versions = data?.pages.flatMap((slice) => slice.items) ?? [];
  const version = versions.find((candidate) => candidate.versionNumber === chosen) ?? versions[0];
  const preview = useQuery({ ...previewQuery(session.pageId, 'version', version?.versionNumber), enabled: version !== undefined });

  const restore = useMutation({
    mutationFn: async (number: number) => {
      await whenSaved(session);
      return restoreVersion(session.pageId, number);
    },
    onSuccess: (_, number) => {
      void queries.invalidateQueries({ queryKey: ['page', session.pageId, 'versions'] });
      showToast({ text: `Version ${number} is back, as a new version.` });
      onClose();
    },
  });

  const restorePart = useMutation({
    mutationFn: async ({ number, node }: { number: number; node: string }) => {
      await whenSaved(session);
      return restoreNode(session.pageId, number, node);
    },
    onSuccess: (_, { number }) => {
      void queries.invalidateQueries({ queryKey: ['page', session.pageId, 'versions'] });
      showToast({ text: `The part is as it was in version ${number}. Nothing else has changed.` });
      setChanges((count) => count + 1);
    },
    onError: (fault) => showToast({ text: explain(fault), tone: 'danger' }),
  });
  const bringBack = ({ node }: ChangeGroup) => {
    if (version !== undefined && node !== null && !restorePart.isPending) restorePart.mutate({ number: version.versionNumber, node });
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="History"
      description="Nothing is ever lost: restoring makes a new version."
      size="full"
    >
      <SideList>
        {error !== null && versions.length === 0 ? (
          <NotLoaded size="small" title="The history could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
        ) : (
          <VersionList versions={versions} isLoading={isPending} chosen={version?.versionNumber ?? null} onChoose={setChosen} />
        )}
        {hasNextPage && (
          <div className={styles.more}>
            <Button size="small" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Show older versions
            </Button>
          </div>
        )}
      </SideList>
      <div className={styles.preview}>
        {version !== undefined && (
          <div className={styles.bar}>
            <p className={styles.which}>
              <strong>Version {version.versionNumber}</strong>
              <span>{version.message}</span>
            </p>
            <div className={styles.barActions}>
              <Segmented
                label="How the version is shown"
                value={view}
                onChange={setView}
                options={[
                  { value: 'preview', label: 'Preview' },
                  { value: 'compare', label: 'Compare' },
                ]}
              />
              {canEdit && <VersionTags pageId={session.pageId} version={version} />}
              {canEdit && (
                <Button tone="primary" icon={<RotateCcw size={15} />} onClick={() => setIsRestoring(true)}>
                  Restore
                </Button>
              )}
            </div>
          </div>
        )}
        {version !== undefined && view === 'compare' && (
          <VersionCompare key={version.versionNumber} versions={versions} from={version.versionNumber} state={changes} onRestoreNode={canEdit ? bringBack : undefined} />
        )}
        {version !== undefined && view === 'preview' && <VersionChanges pageId={session.pageId} number={version.versionNumber} />}
        {view === 'preview' && (
          <ScaledPreview
            className={styles.page}
            html={preview.data ?? null}
            hasFailed={preview.isError}
            label={version === undefined ? undefined : `Version ${version.versionNumber} of the page`}
          />
        )}
      </div>
      {version !== undefined && (
        <ConfirmDialog
          isOpen={isRestoring}
          onOpenChange={(isOpen) => {
            setIsRestoring(isOpen);
            restore.reset();
          }}
          title={`Restore version ${version.versionNumber}?`}
          description="The page becomes what it was then, for everybody who has it open. The present state stays in the history."
          confirmLabel="Restore version"
          tone="primary"
          isBusy={restore.isPending}
          error={restore.isError ? explain(restore.error) : undefined}
          onConfirm={() => restore.mutate(version.versionNumber)}
        />
      )}
    </Dialog>
  );
}
