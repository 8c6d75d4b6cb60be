import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { componentQuery } from '../../api/components.ts';
import { explain, Problem } from '../../api/problem.ts';
import { componentsQuery } from '../../api/queries.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import type { ComponentTexts } from './component-texts.ts';
import { keptWork } from './kept-work.ts';
import { Workbench } from './workbench.tsx';
import styles from './workshop.module.css';

/** /page-builder/components/:name */
export function Workshop() {
  const { name = '' } = useParams();
  return <WorkshopOf key={name} name={name} />;
}

/** The workshop of one component, made or about to be. */
function WorkshopOf({ name }: { name: string }) {
  const user = useUser();
  const location = useLocation();
  useDocumentTitle(name);
  const [begun] = useState(() => (canEdit(user) ? (keptWork(name)?.texts ?? (location.state as { texts?: ComponentTexts } | null)?.texts) : undefined));
  const listing = useQuery(componentsQuery());
  const isListed = listing.data?.items.some(({ definition }) => definition.name === name) === true;
  // What was just begun is not asked for: it can't be there.
  const one = useQuery({ ...componentQuery(name), enabled: listing.data !== undefined && (isListed || begun === undefined) });
  const { data } = one;
  const error = listing.error ?? one.error;

  if (data !== undefined) return <Workbench key={name} name={name} component={data} begun={null} />;
  if (listing.data !== undefined && !isListed && begun !== undefined) return <Workbench key={name} name={name} component={null} begun={begun} />;
  if (error instanceof Problem && error.status === 404) {
    return (
      <EmptyState
        icon={<SearchX size={24} />}
        title="There is no such component"
        action={
          <>
            <ButtonLink to="/?tab=components">Component library</ButtonLink>
            {canEdit(user) && (
              <ButtonLink to="/new-component" tone="primary">
                New component
              </ButtonLink>
            )}
          </>
        }
      >
        Nobody has made a component “{name}”.
      </EmptyState>
    );
  }
  if (error !== null) {
    return (
      <NotLoaded title="The component could not be loaded" reason={explain(error)} onRetry={() => void (listing.error === null ? one : listing).refetch()} />
    );
  }
  return (
    <p className={styles.loading} role="status">
      <Spinner size={20} /> Opening the workshop…
    </p>
  );
}
