import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { useSyncExternalStore } from 'react';

import { explain } from '../../api/problem.ts';
import { templateQuery, templatesQuery } from '../../api/queries.ts';
import type { TemplateSummary } from '../../api/types.ts';
import type { PageDocument } from '../../engine/document.ts';
import { TemplatePreview } from '../../previews/previews.tsx';
import { insertComponent } from '../../session/commands.ts';
import { useEditorState, useLibrary, useSession, useStructureVersion } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';
import { startFromTemplate } from '../../session/start-from-template.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast-queue.ts';

import styles from './empty-page.module.css';

// What pages mostly begin with. The library may lack some of them.
const beginnings = ['hero', 'header', 'section', 'heading', 'text', 'image', 'form'];
const suggestions = 5;

// What an empty page offers to begin with. It stands over the canvas, and makes way for whatever is dragged there.
export function EmptyPage() {
  const session = useSession();
  const structure = useStructureVersion();
  const isOffered = useEditorState(({ status, canEdit, mode }) => status === 'ready' && canEdit && mode === 'edit');
  const isDragging = useSyncExternalStore(session.dragging.subscribe, () => session.dragging.get() !== null);
  void structure; // the tree is read anew whenever who stands where has changed
  if (!isOffered || isDragging || session.tree.rootChildren().length > 0) return null;
  return <Start />;
}

function Start() {
  return (
    <div className={styles.cover}>
      <section className={styles.start} aria-labelledby="empty-page-title">
        <h2 id="empty-page-title" className={styles.title}>
          How do you want to begin?
        </h2>
        <p className={styles.text}>Choose a first section, take a template, or drag a component here.</p>
        <Beginnings />
        <Templates />
      </section>
    </div>
  );
}

function Beginnings() {
  const session = useSession();
  const library = useLibrary();
  const offered = new Set(library.byCategory().flatMap(({ definitions }) => definitions.map(({ name }) => name)));
  const insert = (name: string) => tellRefusal(session, insertComponent(session, name));
  return (
    <ul className={styles.beginnings} aria-label="First sections">
      {beginnings
        .filter((name) => offered.has(name))
        .slice(0, suggestions)
        .map((name) => (
          <li key={name}>
            <button type="button" className={styles.beginning} onClick={() => insert(name)}>
              <ComponentIcon name={name} category={library.find(name)?.category} size={17} />
              {library.labelOf(name)}
            </button>
          </li>
        ))}
    </ul>
  );
}

function Templates() {
  const session = useSession();
  const queries = useQueryClient();
  const { data, isPending, error } = useQuery(templatesQuery());
  const start = useMutation({
    mutationFn: async ({ id, displayName }: TemplateSummary) => {
      const template = await queries.ensureQueryData(templateQuery(id));
      const refusal = startFromTemplate(session, displayName, template.document as PageDocument);
      if (refusal) throw refusal;
    },
    onError: (fault) => showToast({ text: `The template was not used. ${explain(fault)}`, tone: 'danger' }),
  });
  if (error !== null) return <p className={styles.text}>The templates could not be loaded. {explain(error)}</p>;
  if (data?.length === 0) return null;
  return (
    <>
      <h3 className={styles.label}>
        <LayoutTemplate size={15} aria-hidden="true" />
        Templates
      </h3>
      <ul className={styles.templates} aria-label="Templates">
        {isPending && [1, 2, 3].map((number) => <Skeleton key={number} height={150} />)}
        {data?.map((template) => (
          <li key={template.id}>
            <button type="button" className={styles.template} aria-busy={start.isPending || undefined} disabled={start.isPending} title={template.description} onClick={() => start.mutate(template)}>
              <TemplatePreview id={template.id} className={styles.picture} />
              <span className={styles.name}>{template.displayName}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
