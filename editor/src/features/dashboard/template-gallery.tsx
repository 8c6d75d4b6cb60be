import { useQuery } from '@tanstack/react-query';
import { CloudOff, LayoutTemplate } from 'lucide-react';
import { Link } from 'react-router';
import { explain } from '../../api/problem.ts';
import { templatesQuery } from '../../api/queries.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { TemplatePreview } from '../../previews/previews.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardGrid, cardLinkClass, cardPreviewClass } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CardSkeletons } from './card-skeletons.tsx';
import styles from './dashboard.module.css';

export function TemplateGallery() {
  const user = useUser();
  const { data, error, isPending, refetch } = useQuery(templatesQuery());
  return (
    <section aria-label="Templates">
      <p className={styles.introduction}>Whole pages to start from, with real words and pictures. Choose one, and make it yours.</p>
      {isPending && <CardSkeletons label="Loading templates" />}
      {error !== null && (
        <EmptyState icon={<CloudOff size={24} />} title="The templates could not be loaded" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {explain(error)}
        </EmptyState>
      )}
      {data?.length === 0 && <EmptyState icon={<LayoutTemplate size={24} />} title="No templates yet" />}
      {data !== undefined && data.length > 0 && (
        <CardGrid label="Templates">
          {data.map((template) => (
            <Card
              key={template.id}
              isInteractive={canEdit(user)}
              picture={<TemplatePreview id={template.id} className={cardPreviewClass} />}
              title={
                canEdit(user) ? (
                  <Link to={`/new?template=${encodeURIComponent(template.id)}`} className={cardLinkClass}>
                    {template.displayName}
                  </Link>
                ) : (
                  template.displayName
                )
              }
              detail={template.description}
            />
          ))}
        </CardGrid>
      )}
    </section>
  );
}
