import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { Toolbar } from './toolbar.tsx';

function show(start: Partial<EditorState> = {}, onRename = vi.fn(() => Promise.resolve())) {
  const state = new Observable<EditorState>({ ...initialState, status: 'ready', canEdit: true, ...start });
  const session = { state, undo: vi.fn(), redo: vi.fn() };
  render(
    <MemoryRouter>
      <TooltipProvider>
        <SessionContext value={session as unknown as PageSession}>
          <Toolbar name="My Test Page" onRename={onRename} actions={<button>Publish</button>} />
        </SessionContext>
      </TooltipProvider>
    </MemoryRouter>,
  );
  return { state, session, onRename };
}

describe('the toolbar', () => {
  it('has the page’s name as its heading', () => {
    show();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^My Test Page$/);
  });

  it('renames with Enter, and not with Escape', async () => {
    const person = userEvent.setup();
    const { onRename } = show();
    await person.click(screen.getByRole('button', { name: 'My Test Page' }));
    await person.keyboard('Another{Escape}');
    expect(onRename).not.toHaveBeenCalled();
    await person.click(screen.getByRole('button', { name: 'My Test Page' }));
    await person.keyboard('  Our clinic {Enter}');
    expect(onRename).toHaveBeenCalledExactlyOnceWith('Our clinic');
  });

  it('does not rename with an Enter that only ends a conversion', async () => {
    const person = userEvent.setup();
    const { onRename } = show();
    await person.click(screen.getByRole('button', { name: 'My Test Page' }));
    await person.keyboard('診療所');
    const field = screen.getByRole('textbox', { name: 'Page name' });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(field).toHaveValue('診療所');
    expect(onRename).not.toHaveBeenCalled();
  });

  it('does not rename to nothing, nor to the same', async () => {
    const person = userEvent.setup();
    const { onRename } = show();
    await person.click(screen.getByRole('button', { name: 'My Test Page' }));
    await person.clear(screen.getByLabelText('Page name'));
    await person.keyboard('{Enter}');
    await person.click(screen.getByRole('button', { name: 'My Test Page' }));
    await person.tab();
    expect(onRename).not.toHaveBeenCalled();
  });

  it('says whether everything is on the server', () => {
    const { state } = show({ saveState: { kind: 'saving', changes: 2 } });
    const status = screen.getByRole('status');
    expect(status).toHaveTextContent('Saving…');
    act(() => state.update({ saveState: { kind: 'saved' } }));
    expect(status).toHaveTextContent('Saved');
    act(() => state.update({ saveState: { kind: 'offline', changes: 3 } }));
    expect(status).toHaveTextContent('Offline, 3 changes kept');
  });

  it('names what undo would undo', async () => {
    const person = userEvent.setup();
    const { session } = show({ undoLabel: 'Move Card' });
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo).not.toHaveAttribute('aria-disabled');
    expect(screen.getByRole('button', { name: 'Redo' })).toHaveAttribute('aria-disabled', 'true');
    await person.hover(undo);
    await waitFor(() => expect(screen.getByRole('tooltip')).toHaveTextContent('Undo: Move Card'));
    await person.click(undo);
    expect(session.undo).toHaveBeenCalledOnce();
  });

  it('switches width and mode, and preview selects nothing', async () => {
    const person = userEvent.setup();
    const { state } = show({ selection: 'hero-1' });
    await person.click(screen.getByRole('radio', { name: 'Phone' }));
    expect(state.get().breakpoint).toBe('mobile');
    await person.click(screen.getByRole('radio', { name: 'Preview' }));
    expect(state.get()).toMatchObject({ mode: 'preview', selection: null });
  });

  it('lets viewers look, and not change', () => {
    show({ canEdit: false });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('My Test Page');
    expect(screen.queryByRole('button', { name: 'My Test Page' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    expect(screen.getByText('View only')).toBeInTheDocument();
  });

  it('says once that one may only look, also where changes wait', () => {
    show({ canEdit: false, saveState: { kind: 'view-only', changes: 2 } });
    expect(screen.getByRole('status')).toHaveTextContent('View only, 2 changes kept');
  });

  it('says nothing about that before it is known', () => {
    show({ canEdit: false, status: 'loading' });
    expect(screen.queryByText('View only')).not.toBeInTheDocument();
  });
});
