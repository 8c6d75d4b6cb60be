import type { PageVersion } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './history-dialog.module.css';

interface VersionListProps {
  versions: readonly PageVersion[];
  isLoading: boolean;
  /** The number of the version that the preview shows. */
  chosen: number | null;
  onChoose: (number: number) => void;
}

/** Newest first. */
export function VersionList({ versions, isLoading, chosen, onChoose }: VersionListProps) {
  if (isLoading) {
    return (
      <div className={styles.waiting} role="status" aria-label="Loading the history">
        {[70, 50, 60, 45].map((width) => (
          <div key={width}>
            <Skeleton width={`${width}%`} />
            <Skeleton width="40%" height={11} />
          </div>
        ))}
      </div>
    );
  }
  return (
    <ol className={styles.list} aria-label="Versions, newest first">
      {versions.map((version) => (
        <li key={version.id}>
          <button type="button" className={styles.version} aria-current={version.versionNumber === chosen} onClick={() => onChoose(version.versionNumber)}>
            <span className={styles.message}>{version.message}</span>
            <span className={styles.detail}>
              <span>Version {version.versionNumber}</span>
              {version.author !== null && <span>· {version.author.name}</span>}
              <span>
                · <RelativeTime iso={version.createdAt} />
              </span>
              {version.isPublished && <Badge tone="success">Published</Badge>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
