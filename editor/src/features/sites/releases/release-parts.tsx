import { Link } from 'react-router';
import { isBeingChecked, type Release } from '../../../api/releases.ts';
import { Badge } from '../../../ui/badge.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { extentOf } from './release-words.ts';
import styles from './releases.module.css';

/** Whether visitors got its pages when the server asked for them. */
export function ReleaseHealth({ release }: { release: Release }) {
  const { state, checkedAt, pages } = release.health;
  const missing = pages.filter(({ ok }) => !ok);
  return (
    <section aria-label="Health" role="status">
      {isBeingChecked(release) && (
        <p className={styles.waiting}>
          <Spinner size={16} />
          The server is asking for its pages as visitors do.
        </p>
      )}
      {state === 'healthy' && <Notice tone="success">Visitors get all of its pages as they were released. Asked for at {momentText(checkedAt ?? '')}.</Notice>}
      {state === 'failing' && (
        <Notice tone="warning">
          <p>Not all of its pages were there when the server asked for them at {momentText(checkedAt ?? '')}:</p>
          <ul>
            {missing.map(({ path, status }) => (
              <li key={path}>
                {path}: {status === 200 ? 'it is there, with other content than was released' : `the answer was ${String(status)}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

export function ReleasePages({ release }: { release: Release }) {
  return (
    <section aria-label="Pages">
      <h2 className={styles.heading}>What it changed: {extentOf(release)}</h2>
      <RowList label="What it changed">
        {release.pages.map((page) => (
          <Row
            key={page.pageId}
            title={<Link to={`/${page.pageId}/edit`}>{page.pageName}</Link>}
            badges={!page.isShown && <Badge>Taken off</Badge>}
            detail={page.isShown && `${page.path ?? ''} · Version ${String(page.versionNumber)}`}
          />
        ))}
      </RowList>
    </section>
  );
}

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

export function ReleaseLog({ release }: { release: Release }) {
  if (release.log.length === 0) return null;
  return (
    <section aria-labelledby="release-log">
      <h2 id="release-log" className={styles.heading}>
        Log
      </h2>
      <ol className={styles.log} aria-labelledby="release-log">
        {release.log.map(({ at, text }, index) => (
          <li key={index}>
            <time dateTime={at}>{exact.format(new Date(at))}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
