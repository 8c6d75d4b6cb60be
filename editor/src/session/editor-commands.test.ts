import { describe, expect, it, vi } from 'vitest';

import { isPreviewCommand } from '../canvas/keys.ts';

import { editorCommand, editorCommands, pasteContent, runCommand } from './editor-commands.ts';
import { initialState, type EditorQuestion, type EditorState } from './editor-state.ts';
import { Emitter, Observable } from './observable.ts';
import type { PageSession } from './page-session.ts';

function sessionWith(state: Partial<EditorState>) {
  const session = {
    state: new Observable<EditorState>({ ...initialState, ...state }),
    question: new Observable<EditorQuestion | null>(null),
    undo: vi.fn(),
    announcements: new Emitter<string>(),
  };
  return session as unknown as typeof session & PageSession;
}

describe('the table of commands', () => {
  it('has every command once, with words for people', () => {
    const ids = editorCommands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { label } of editorCommands) expect(label).toMatch(/^[A-Z]/);
  });

  it('says the keys as this computer’s people read them', () => {
    expect(editorCommand('redo').shortcut).toBe('Ctrl+Shift+Z');
    expect(editorCommand('move-up').shortcut).toBe('Alt+↑');
    expect(editorCommand('delete').shortcut).toBe('Del');
    expect(editorCommand('zoom-in').shortcut).toBe('Ctrl++');
  });

  it('does what is enabled, and nothing else', () => {
    const session = sessionWith({ undoLabel: null, canEdit: true });
    runCommand(session, 'undo');
    expect(session.undo).not.toHaveBeenCalled();
    session.state.update({ undoLabel: 'Move Card' });
    runCommand(session, 'undo');
    expect(session.undo).toHaveBeenCalledOnce();
  });

  it('waits for the answer to a question', () => {
    const session = sessionWith({ undoLabel: 'Move Card', canEdit: true });
    session.question.set('wrap');
    runCommand(session, 'undo');
    pasteContent(session, { own: '', html: '<p>Hello</p>', text: '' }); // would ask for the tree
    expect(session.undo).not.toHaveBeenCalled();
    session.question.set(null);
    runCommand(session, 'undo');
    expect(session.undo).toHaveBeenCalledOnce();
  });

  it('changes nothing for those who may only look', () => {
    const session = sessionWith({ canEdit: false, selection: 'card', undoLabel: 'Move Card', redoLabel: 'Move Card' });
    const enabled = editorCommands.filter(({ isEnabled }) => isEnabled(session)).map(({ id }) => id);
    for (const id of ['delete', 'undo', 'redo']) expect(enabled).not.toContain(id);
    expect(editorCommand('copy').isEnabled(session)).toBe(true);
  });

  it('neither changes nor selects anything in the preview', () => {
    const session = sessionWith({ mode: 'preview', canEdit: true, selection: 'card', selected: ['card'], undoLabel: 'Move Card', redoLabel: 'Move Card' });
    const enabled = editorCommands.filter(({ isEnabled }) => isEnabled(session));
    const groups = enabled.map(({ id, group }) => (group === 'View' || group === 'Help' ? group : id));
    expect([...new Set(groups)]).toEqual(['undo', 'redo', 'comment', 'View', 'Help']);
    // The canvas hands on the keys of these, and of no others.
    expect(editorCommands.filter(({ id }) => isPreviewCommand(id))).toEqual(enabled);
    pasteContent(session, { own: '', html: '<p>Hello</p>', text: '' }); // would ask for the tree
  });

  it('changes the view', () => {
    const session = sessionWith({ scale: 1 });
    runCommand(session, 'breakpoint-mobile');
    runCommand(session, 'zoom-in');
    expect(session.state.get()).toMatchObject({ breakpoint: 'mobile', zoom: 1.25 });
  });
});
