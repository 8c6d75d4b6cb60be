import { BookmarkPlus, Braces, CircleHelp, Clipboard, Eye, History, MousePointer2, Move, Rocket, Settings2, Signpost, Users } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useUser } from '../api/use-credentials.ts';
import type { PaletteEntry } from '../features/command-palette/palette-entry.ts';
import { insertComponent } from '../session/commands.ts';
import { editorCommands, type CommandGroup } from '../session/editor-commands.ts';
import type { EditorRequest } from '../session/editor-requests.ts';
import { nothingSelected } from '../session/editor-state.ts';
import type { PageSession } from '../session/page-session.ts';
import { useLibrary, useSession } from '../session/react.ts';
import { tellRefusal } from '../session/refusals.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { placeEntries } from './place-entries.tsx';

const size = 16;
const icons: Record<CommandGroup, ReactNode> = {
  Edit: <Clipboard size={size} />,
  Arrange: <Move size={size} />,
  Select: <MousePointer2 size={size} />,
  View: <Eye size={size} />,
  Help: <CircleHelp size={size} />,
};

/** All that the command palette of the edit screen offers, as it is at the moment: what can't be done now says so. */
export function useEditorEntries(): PaletteEntry[] {
  const session = useSession();
  const library = useLibrary();
  const user = useUser();
  const navigate = useNavigate();
  return useMemo(
    () => [...commandEntries(session), ...screenEntries(session), ...insertEntries(session, library), ...placeEntries(user, navigate)],
    [session, library, user, navigate],
  );
}

function commandEntries(session: PageSession): PaletteEntry[] {
  return editorCommands
    .filter(({ id }) => id !== 'command-palette')
    .map((command) => ({
      id: `command:${command.id}`,
      group: command.group,
      title: command.label,
      icon: icons[command.group],
      shortcut: command.shortcut ?? undefined,
      unavailable: command.isEnabled(session) ? undefined : 'Not possible at the moment',
      run: () => command.run(session),
    }));
}

function screenEntries(session: PageSession): PaletteEntry[] {
  const { canEdit, mode } = session.state.get();
  const ask = (request: EditorRequest, title: string, icon: ReactNode, keywords: string[]): PaletteEntry => ({
    id: `ask:${request}`,
    group: 'Page',
    title,
    keywords,
    icon,
    run: () => session.requests.emit(request),
  });
  const isPreview = mode === 'preview';
  return [
    ...(canEdit ? [ask('save-version', 'Save version', <BookmarkPlus size={size} />, ['keep', 'snapshot'])] : []),
    ask('history', 'History', <History size={size} />, ['versions', 'restore', 'older']),
    ...(canEdit ? [ask('share', 'Share', <Users size={size} />, ['access', 'people', 'invite'])] : []),
    ...(canEdit ? [ask('edit-json', 'Edit as JSON…', <Braces size={size} />, ['source', 'document', 'code', 'developer'])] : []),
    ask('tour', 'Take the tour', <Signpost size={size} />, ['help', 'introduction', 'learn']),
    ask('publish', 'Publish', <Rocket size={size} />, ['release', 'go live', 'put online']),
    {
      id: 'page:settings',
      group: 'Page',
      title: 'Page settings',
      keywords: ['title', 'description', 'address', 'slug', 'search engines', 'language'],
      icon: <Settings2 size={size} />,
      run: () => {
        session.state.update({ mode: 'edit' });
        session.select(null);
      },
    },
    {
      id: 'page:mode',
      group: 'Page',
      title: isPreview ? 'Back to editing' : 'Preview the page',
      keywords: ['look', 'view', 'edit'],
      icon: <Eye size={size} />,
      run: () => session.state.update(isPreview ? { mode: 'edit' } : { mode: 'preview', ...nothingSelected, hovered: null }),
    },
  ];
}

function insertEntries(session: PageSession, library: PageSession['library']): PaletteEntry[] {
  const { canEdit, mode } = session.state.get();
  if (!canEdit || mode !== 'edit') return [];
  return library.byCategory().flatMap(({ definitions }) =>
    definitions.map(({ name, display_name: title, description, category, keywords }) => ({
      id: `insert:${name}`,
      group: 'Insert',
      title,
      detail: description,
      keywords: ['insert', 'add', name, ...(keywords ?? [])],
      icon: <ComponentIcon name={name} category={category} size={size} />,
      run: () => tellRefusal(session, insertComponent(session, name)),
    })),
  );
}
