import { useMemo, useState } from 'react';

import type { Category, ComponentDefinition } from '../../engine/component.ts';
import { insertComponent } from '../../session/commands.ts';
import { watchForDrag } from '../../session/dragging.ts';
import { useEditorState, useLibrary, useSession } from '../../session/react.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { showToast } from '../../ui/toast-queue.ts';

import styles from './components-panel.module.css';
import { matchesQuery } from './search-components.ts';

const categoryNames: Record<Category, string> = {
  layout: 'Layout',
  content: 'Content',
  form: 'Forms',
  media: 'Media',
  data: 'Data',
};

// What a page can be built of: to drag onto the canvas, or to add with a click or Enter.
export function ComponentsPanel() {
  const library = useLibrary();
  const [query, setQuery] = useState('');
  const categories = useMemo(
    () =>
      library
        .byCategory()
        .map(({ category, definitions }) => ({
          category,
          definitions: definitions.filter((definition) => matchesQuery(definition, query)),
        }))
        .filter(({ definitions }) => definitions.length > 0),
    [library, query],
  );

  return (
    <div className={styles.panel}>
      <div className={styles.search}>
        <SearchField label="Search components" value={query} onChange={setQuery} delay={0} />
      </div>
      <div className={styles.scroll}>
        {categories.length === 0 && (
          <EmptyState size="small" title="No component found">
            Nothing matches “{query}”.
          </EmptyState>
        )}
        {categories.map(({ category, definitions }) => (
          <section key={category} aria-labelledby={`components-${category}`}>
            <h2 id={`components-${category}`} className={styles.category}>
              {categoryNames[category]}
            </h2>
            <ul className={styles.list}>
              {definitions.map((definition) => (
                <li key={definition.name}>
                  <ComponentItem definition={definition} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function ComponentItem({ definition }: { definition: ComponentDefinition }) {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit && state.mode === 'edit');
  const { name, display_name: label, description, category } = definition;
  const add = () => {
    const refusal = insertComponent(session, name);
    if (refusal) showToast({ text: refusal.message, tone: 'danger' });
  };
  return (
    <button
      type="button"
      className={styles.item}
      disabled={!canEdit}
      title={description}
      data-component={name}
      onClick={add}
      onPointerDown={(event) => {
        if (!canEdit) return;
        watchForDrag(event, (x, y) => session.dragging.set({ source: { kind: 'component', component: name }, label, x, y }));
      }}
    >
      <ComponentIcon name={name} category={category} size={18} />
      <span>{label}</span>
    </button>
  );
}
