import { Bookmark, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { PageVersion } from '../../api/types.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SideChoice } from '../../ui/side-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { dayOf, foldAutoSaves } from './fold-versions.ts';
import styles from './history-dialog.module.css';

interface VersionListProps {
  versions: readonly PageVersion[];
  isLoading: boolean;
  /** The number of the version that the preview shows. */
  chosen: number | null;
  onChoose: (number: number) => void;
}

/** Newest first, day by day; auto-saves between them are folded. */
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
  const now = new Date();
  let shownDay = '';
  return (
    <ol className={styles.list} aria-label="Versions, newest first">
      {foldAutoSaves(versions).map((entry) => {
        const newest = entry.kind === 'version' ? entry.version : entry.versions[0];
        const day = newest === undefined ? '' : dayOf(newest.createdAt, now);
        const isNewDay = day !== shownDay;
        shownDay = day;
        return (
          <li key={newest?.id}>
            {isNewDay && <p className={styles.day}>{day}</p>}
            {entry.kind === 'version' ? (
              <Version version={entry.version} isChosen={entry.version.versionNumber === chosen} onChoose={onChoose} />
            ) : (
              <AutoSaves versions={entry.versions} chosen={chosen} onChoose={onChoose} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Version({ version, isChosen, onChoose }: { version: PageVersion; isChosen: boolean; onChoose: (number: number) => void }) {
  return (
    <SideChoice isChosen={isChosen} onChoose={() => onChoose(version.versionNumber)}>
      <span className={styles.message}>{version.message}</span>
      <span className={styles.detail}>
        {version.author !== null && (
          <span className={styles.author}>
            <Avatar name={version.author.name} size="small" />
            {version.author.name}
          </span>
        )}
        <span>Version {version.versionNumber}</span>
        <span>
          · <RelativeTime iso={version.createdAt} />
        </span>
        {version.branch !== 'main' && <Badge>{version.branch}</Badge>}
        {version.isPublished && <Badge tone="success">Published</Badge>}
        {version.tags.map((tag) => (
          <Badge key={tag} tone="accent">
            <Bookmark size={11} aria-hidden="true" />
            <span className="visually-hidden">Tag </span>
            {tag}
          </Badge>
        ))}
      </span>
    </SideChoice>
  );
}

// Closed, unless one of them is shown.
function AutoSaves({ versions, chosen, onChoose }: { versions: readonly PageVersion[]; chosen: number | null; onChoose: (number: number) => void }) {
  const hasChosen = versions.some(({ versionNumber }) => versionNumber === chosen);
  const [isOpen, setIsOpen] = useState(false);
  const isShown = isOpen || hasChosen;
  return (
    <>
      <button type="button" className={styles.fold} aria-expanded={isShown} onClick={() => setIsOpen(!isShown)}>
        <ChevronRight size={14} className={styles.arrow} aria-hidden="true" />
        {versions.length} auto-saves
      </button>
      {isShown && (
        <ol className={styles.folded}>
          {versions.map((version) => (
            <li key={version.id}>
              <Version version={version} isChosen={version.versionNumber === chosen} onChoose={onChoose} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
