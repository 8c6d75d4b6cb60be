import { Link } from 'react-router';
import type { PageStatus, PageSummary } from '../../api/types.ts';
import { PagePreview } from '../../previews/previews.tsx';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { Card, cardLinkClass, cardPreviewClass } from '../../ui/card.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { PageMenu } from './page-menu.tsx';

const statuses: Record<PageStatus, { label: string; tone: BadgeTone }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  published: { label: 'Published', tone: 'success' },
  archived: { label: 'Archived', tone: 'warning' },
};

export function PageCard({ page }: { page: PageSummary }) {
  const { label, tone } = statuses[page.status];
  return (
    <Card
      picture={<PagePreview page={page} className={cardPreviewClass} />}
      title={
        <Link to={`/${page.id}/edit`} className={cardLinkClass}>
          {page.name}
        </Link>
      }
      detail={
        <>
          <Badge tone={tone}>{label}</Badge>
          <span>
            Changed <RelativeTime iso={page.updatedAt} />
          </span>
        </>
      }
      corner={<PageMenu page={page} />}
    />
  );
}
