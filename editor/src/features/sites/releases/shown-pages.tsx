import { Globe } from 'lucide-react';
import { Link } from 'react-router';
import { addressIn } from '../../../api/published-address.ts';
import type { ShownPage } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';

/** All that visitors of an environment see, by address. */
export function ShownPages({ environment, pages }: { environment: Environment; pages: readonly ShownPage[] }) {
  if (pages.length === 0)
    return (
      <EmptyState icon={<Globe size={24} />} title={`${environment.name} shows nothing yet`}>
        Publish a page to it, and visitors see it at {environment.baseUrl}.
      </EmptyState>
    );
  return (
    <RowList label="What visitors see">
      {pages.map((page) => (
        <Row
          key={page.pageId}
          title={<Link to={`/${page.pageId}/edit`}>{page.pageName}</Link>}
          badges={<ChangeBadge page={page} />}
          detail={
            <>
              {environment.access === 'public' ? <ExternalLink href={addressIn(environment, page.path.slice(1))}>{page.path}</ExternalLink> : page.path} · Version {page.versionNumber} ·{' '}
              <Link to={`/releases/${page.releaseId}`}>Its release</Link>
            </>
          }
        />
      ))}
    </RowList>
  );
}

/** Why publishing it again would show something else; nothing where it would not. */
export function ChangeBadge({ page }: { page: ShownPage }) {
  if (!page.hasChanges) return null;
  return <Badge tone="warning">{page.hasNewDesign ? 'New design' : 'Changed since'}</Badge>;
}
