import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { updatePage } from '../api/pages.ts';
import { pageQuery } from '../api/queries.ts';
import type { Page } from '../api/types.ts';
import { CommentsButton } from '../features/comments/comments-button.tsx';
import { CommentsPanel } from '../features/comments/comments-panel.tsx';
import { ComponentsPanel } from '../features/components/components-panel.tsx';
import { EditScreen } from '../features/editor/edit-screen.tsx';
import { EmptyPage } from '../features/empty-page/empty-page.tsx';
import { HistoryButtons } from '../features/history/history-buttons.tsx';
import { LayersPanel } from '../features/layers/layers-panel.tsx';
import { KeptChanges } from '../features/lost-page/kept-changes.tsx';
import { PageGone } from '../features/lost-page/page-gone.tsx';
import { PageJson } from '../features/page-json/page-json.tsx';
import { PeopleHere } from '../features/people/people-here.tsx';
import { PropertiesPanel } from '../features/properties/properties-panel.tsx';
import { PublishButton } from '../features/publish/publish-button.tsx';
import { SaveAsTemplate } from '../features/save-as-template/save-as-template.tsx';
import { Breadcrumbs } from '../features/selection/breadcrumbs.tsx';
import { SelectionParts } from '../features/selection/selection-parts.tsx';
import { ShareButton } from '../features/sharing/share-button.tsx';
import { Toolbar } from '../features/toolbar/toolbar.tsx';
import { useObserved, useSessionOnceOpen } from '../session/react.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { EditorHelp } from './editor-help.tsx';

/** A page that is open, or being opened: here the features meet that don't know each other. */
export function OpenPage({ page }: { page: Page }) {
  const session = useSessionOnceOpen();
  const queries = useQueryClient();
  useDocumentTitle(page.name);
  const isCommentsOpen = useObserved(({ commenting }) => commenting.isOpen, false);

  // A link in an e-mail leads to what was said.
  const isLinked = useSearchParams()[0].has('comment');
  useEffect(() => {
    if (isLinked) session?.commenting.isOpen.set(true);
  }, [isLinked, session]);

  useEffect(
    () =>
      session?.serverNews.on((news) => {
        if (news.type === 'comments') return;
        if (news.type === 'version') {
          void queries.invalidateQueries({ queryKey: ['page', page.id, 'versions'] });
          return;
        }
        queries.setQueryData(pageQuery(page.id).queryKey, (known) => (known === undefined ? known : { ...known, ...news.page }));
      }),
    [session, queries, page.id],
  );

  const rename = async (name: string) => {
    const renamed = await updatePage(page.id, { name });
    queries.setQueryData(pageQuery(page.id).queryKey, renamed);
  };

  return (
    <>
      <EditScreen
        toolbar={
          <Toolbar
            name={page.name}
            onRename={rename}
            actions={
              <>
                <PeopleHere />
                <CommentsButton />
                <EditorHelp />
                <HistoryButtons />
                <SaveAsTemplate page={page} />
                <ShareButton page={page} />
                <PublishButton page={page} />
              </>
            }
          />
        }
        notice={<KeptChanges page={page} />}
        components={<ComponentsPanel />}
        layers={<LayersPanel />}
        properties={isCommentsOpen ? <CommentsPanel /> : <PropertiesPanel />}
        propertiesLabel={isCommentsOpen ? 'Comments' : 'Properties'}
        emptyPage={<EmptyPage />}
        path={<Breadcrumbs />}
        overlays={<SelectionParts />}
      />
      {session && <PageGone page={page} />}
      {session && <PageJson name={page.name} />}
    </>
  );
}
