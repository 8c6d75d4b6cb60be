import { Clock, LayoutGrid, Star } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';

import { useRememberedList } from '../../api/use-remembered.ts';
import type { Category, ComponentDefinition } from '../../engine/component.ts';
import { useLibrary } from '../../session/react.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';

import { ComponentGrid } from './component-grid.tsx';
import { ComponentPeek } from './component-peek.tsx';
import styles from './components-panel.module.css';
import { searchComponents } from './search-components.ts';
import { usePeek } from './use-peek.ts';

const categoryNames: Record<Category, string> = {
  layout: 'Layout',
  content: 'Content',
  form: 'Forms',
  media: 'Media',
  data: 'Data',
};

const filters = [
  { value: 'all', label: 'All components', icon: <LayoutGrid size={15} /> },
  { value: 'favourites', label: 'Favourites', icon: <Star size={15} /> },
  { value: 'recent', label: 'Recently used', icon: <Clock size={15} /> },
] as const;
type Filter = (typeof filters)[number]['value'];

// What a page can be built of: to drag onto the canvas, or to add with a click or Enter.
export function ComponentsPanel() {
  const library = useLibrary();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const favourites = useRememberedList('favourite-components');
  const recents = useRememberedList('recent-components');
  const peek = usePeek();
  const categories = useMemo(() => library.byCategory(), [library]);
  const offered = useMemo(() => categories.flatMap(({ definitions }) => definitions), [categories]);

  const change = (next: string) => {
    setQuery(next);
    if (next !== '') setFilter('all');
  };
  const named = (names: readonly string[]) => names.flatMap((name) => offered.find((definition) => definition.name === name) ?? []);
  const listed: Record<Exclude<Filter, 'all'>, readonly ComponentDefinition[]> = { favourites: named(favourites), recent: named(recents) };
  const grid = (definitions: readonly ComponentDefinition[], labelledBy: string) => (
    <ComponentGrid definitions={definitions} favourites={favourites} labelledBy={labelledBy} peek={peek} />
  );

  return (
    <div className={styles.panel}>
      <div className={styles.search}>
        <SearchField label="Search components" value={query} onChange={change} delay={0} />
        <Segmented
          label="Which components"
          value={filter}
          options={filters}
          areLabelsHidden
          className={styles.filters}
          onChange={(next) => {
            setFilter(next);
            setQuery('');
          }}
        />
      </div>
      <div className={styles.scroll} onScroll={peek.scrolled}>
        {query !== '' ? (
          <Found definitions={searchComponents(offered, query)} query={query} grid={grid} />
        ) : filter === 'all' ? (
          categories.map(({ category, definitions }) => (
            <section key={category} aria-labelledby={`components-${category}`}>
              <h2 id={`components-${category}`} className={styles.category}>
                {categoryNames[category]}
              </h2>
              {grid(definitions, `components-${category}`)}
            </section>
          ))
        ) : (
          <Listed filter={filter} definitions={listed[filter]} grid={grid} />
        )}
      </div>
      <ComponentPeek peek={peek} />
    </div>
  );
}

type Grid = (definitions: readonly ComponentDefinition[], labelledBy: string) => ReactNode;

function Found({ definitions, query, grid }: { definitions: readonly ComponentDefinition[]; query: string; grid: Grid }) {
  if (definitions.length === 0) {
    return (
      <EmptyState size="small" title="No component found">
        Nothing matches “{query}”.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="components-found">
      <h2 id="components-found" className={styles.category} role="status">
        {definitions.length === 1 ? '1 component' : `${String(definitions.length)} components`}
      </h2>
      {grid(definitions, 'components-found')}
    </section>
  );
}

function Listed({ filter, definitions, grid }: { filter: Exclude<Filter, 'all'>; definitions: readonly ComponentDefinition[]; grid: Grid }) {
  if (definitions.length === 0) {
    return filter === 'favourites' ? (
      <EmptyState size="small" icon={<Star size={20} />} title="No favourites yet">
        Mark a component with its star, and it stands here.
      </EmptyState>
    ) : (
      <EmptyState size="small" icon={<Clock size={20} />} title="Nothing used yet">
        Components that you add to a page stand here.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby={`components-${filter}`}>
      <h2 id={`components-${filter}`} className={styles.category}>
        {filter === 'favourites' ? 'Favourites' : 'Recently used'}
      </h2>
      {grid(definitions, `components-${filter}`)}
    </section>
  );
}
