import { useQuery } from '@tanstack/react-query';
import { Blocks, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { explain } from '../../api/problem.ts';
import { componentsQuery } from '../../api/queries.ts';
import type { ComponentEntry } from '../../api/types.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { ComponentPreview } from '../../previews/previews.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card, CardGrid, cardLinkClass, cardPreviewClass } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { CardSkeletons } from './card-skeletons.tsx';
import { DeletedComponents } from './deleted-components.tsx';
import styles from './dashboard.module.css';

const categories: Record<string, string> = { layout: 'Layout', content: 'Content', form: 'Forms', media: 'Media', data: 'Tables and charts' };

function matches({ definition }: ComponentEntry, search: string): boolean {
  const words = [definition.display_name, definition.name, definition.description ?? '', ...(definition.keywords ?? [])];
  return words.join(' ').toLowerCase().includes(search.trim().toLowerCase());
}

function byCategory(components: readonly ComponentEntry[]): [string, ComponentEntry[]][] {
  const groups = new Map<string, ComponentEntry[]>(Object.keys(categories).map((name) => [name, []]));
  for (const component of components) {
    const { category } = component.definition;
    groups.set(category, [...(groups.get(category) ?? []), component]);
  }
  return [...groups].filter(([, members]) => members.length > 0);
}

export function ComponentLibrary() {
  const user = useUser();
  const [search, setSearch] = useState('');
  const { data, error, isPending, refetch } = useQuery(componentsQuery());
  const offered = data?.items.filter(({ insertable }) => insertable);
  const found = offered?.filter((component) => matches(component, search)) ?? [];
  return (
    <section aria-label="Component library">
      <div className={styles.filters}>
        <SearchField label="Search components" value={search} onChange={setSearch} delay={0} className={styles.search} />
        {canEdit(user) && (
          <ButtonLink to="/new-component" icon={<Plus size={16} />} className={styles.end}>
            New component
          </ButtonLink>
        )}
      </div>
      {isPending && <CardSkeletons label="Loading components" size="small" />}
      {error !== null && (
        <NotLoaded title="The components could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {offered?.length === 0 && <EmptyState icon={<Blocks size={24} />} title="No components yet" />}
      {offered !== undefined && offered.length > 0 && found.length === 0 && (
        <EmptyState icon={<SearchX size={24} />} title="No component matches">
          Nothing was found for “{search}”.
        </EmptyState>
      )}
      {byCategory(found).map(([category, components]) => (
        <section key={category} className={styles.section} aria-labelledby={`category-${category}`}>
          <h2 id={`category-${category}`} className={styles.sectionTitle}>
            {categories[category] ?? category}
          </h2>
          <CardGrid label={categories[category] ?? category} size="small">
            {components.map((component) => (
              <Card
                key={component.definition.name}
                level={3}
                picture={<ComponentPreview component={component} className={cardPreviewClass} />}
                title={
                  <Link to={`/components/${component.definition.name}`} className={cardLinkClass}>
                    {component.definition.display_name}
                  </Link>
                }
                detail={
                  <>
                    {component.definition.description}
                    {component.source === 'custom' && (
                      <p className={styles.badge}>
                        <Badge tone="accent">Yours</Badge>
                      </p>
                    )}
                  </>
                }
              />
            ))}
          </CardGrid>
        </section>
      ))}
      {canEdit(user) && search === '' && <DeletedComponents />}
    </section>
  );
}
