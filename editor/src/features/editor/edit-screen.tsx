import { Layers, LayoutGrid, TriangleAlert } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';

import { CanvasView } from '../../canvas/canvas-view.tsx';
import { commandOf } from '../../canvas/keys.ts';
import type { KeyPress } from '../../canvas/protocol.ts';
import { pasteContent, runCommand, type CommandId } from '../../session/editor-commands.ts';
import { useEditorRequest } from '../../session/editor-requests.ts';
import type { PastedContent } from '../../session/pasted-content.ts';
import { useEditorState, useObserved, useSessionOnceOpen } from '../../session/react.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FullScreen } from '../../ui/full-screen.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { showToast } from '../../ui/toast-queue.ts';

import styles from './edit-screen.module.css';
import { PanelBar, type Panel } from './panel-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

interface EditScreenParts {
  toolbar: ReactNode;
  /** Stands between the toolbar and the page, where there is something to say. */
  notice: ReactNode;
  components: ReactNode;
  layers: ReactNode;
  properties: ReactNode;
  /** What stands there, for screen readers: properties, or what else has taken their place. */
  propertiesLabel: string;
  /** Stands over the canvas while the page is empty. */
  emptyPage: ReactNode;
  path: ReactNode;
  overlays: ReactNode;
}

// The screen on which a page is built: toolbar, sidebar, canvas, properties. It stands before the page is there, so that the canvas is ready for
// it; what shows the page follows when the canvas has been given it.
export function EditScreen({ toolbar, notice, components, layers, properties, propertiesLabel, emptyPage, path, overlays }: EditScreenParts) {
  const session = useSessionOnceOpen();
  const isOpen = useDeferredValue(useEditorState(({ status }) => status !== 'loading'), false);
  const failure = useEditorState((state) => state.failure);
  const isEdited = useEditorState((state) => state.mode === 'edit');
  const isCommented = useObserved(({ commenting }) => commenting.isOpen, false); // which can be done in the preview, too
  const isRenaming = useEditorState((state) => state.renaming !== null);
  const [tab, setTab] = useState<Exclude<Panel, 'properties'>>('components');
  // The one that stands below the page, where there is no room for columns.
  const [panel, setPanel] = useState<Panel | null>('properties');
  const open = useCallback((opened: Panel | null) => {
    setPanel(opened);
    if (opened !== null && opened !== 'properties') setTab(opened);
  }, []);
  if (isRenaming && (tab !== 'layers' || panel !== 'layers')) open('layers'); // where names are written
  useEffect(() => setPanel('properties'), [propertiesLabel]); // somebody asked for what stands there now
  const sidebar = useRef<HTMLElement>(null);

  const run = useCallback((command: CommandId) => void (session && runCommand(session, command)), [session]);
  const press = useCallback(
    (key: KeyPress) => {
      const command = commandOf(key);
      if (command) run(command);
    },
    [run],
  );
  const paste = useCallback((content: PastedContent) => void (session && pasteContent(session, content)), [session]);
  const zoom = useCallback((steps: number) => run(steps > 0 ? 'zoom-in' : 'zoom-out'), [run]);
  const searchComponents = useCallback(() => {
    open('components');
    requestAnimationFrame(() => sidebar.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus());
  }, [open]);
  useEditorRequest('search-components', searchComponents);
  useShortcuts({ onCommand: run, onPaste: paste });
  useEffect(() => session?.notices.on(({ message }) => showToast({ text: message, tone: 'danger' })), [session]);

  // A page that was open and is gone stays to be seen: what to do about it is another part's to say.
  const isGone = failure?.reason === 'no-such-page' && session?.hasPage() === true;
  if (failure && !isGone) return <Failed message={failure.message} />;
  return (
    <div className={styles.screen}>
      <div className={styles.toolbar}>{session && toolbar}</div>
      {session && notice}
      <main className={styles.work} data-panel={isEdited ? (panel ?? undefined) : 'properties'}>
        {isEdited && (
          <aside ref={sidebar} className={styles.sidebar} aria-label="Components and layers" data-tour="components">
            {isOpen && (
              <Tabs
                className={styles.tabs}
                label="Sidebar"
                look="filled"
                value={tab}
                onChange={open}
                tabs={[
                  { value: 'components', label: 'Components', icon: <LayoutGrid size={15} /> },
                  { value: 'layers', label: 'Layers', icon: <Layers size={15} /> },
                ]}
              >
                <TabPanel value="components" className={styles.tabPanel}>
                  {components}
                </TabPanel>
                <TabPanel value="layers" className={styles.tabPanel}>
                  {layers}
                </TabPanel>
              </Tabs>
            )}
          </aside>
        )}
        <div className={styles.stage}>
          <div className={styles.canvas}>
            <CanvasView onKey={press} onPaste={paste} onZoom={zoom} onCommand={run} />
            {isOpen && emptyPage}
          </div>
          {isEdited && <div className={styles.path}>{isOpen && path}</div>}
        </div>
        {(isEdited || isCommented) && (
          <aside className={styles.properties} aria-label={propertiesLabel} data-tour="properties">
            {isOpen && properties}
          </aside>
        )}
        {isEdited && <PanelBar open={panel} onOpen={open} propertiesLabel={propertiesLabel} />}
      </main>
      {isOpen && overlays}
    </div>
  );
}

function Failed({ message }: { message: string }) {
  return (
    <FullScreen>
      <EmptyState icon={<TriangleAlert size={24} />} title="This page can’t be edited" action={<ButtonLink to="/">All pages</ButtonLink>}>
        {message}
      </EmptyState>
    </FullScreen>
  );
}
