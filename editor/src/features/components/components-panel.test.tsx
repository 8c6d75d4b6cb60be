import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rememberList } from '../../api/remembered.ts';
import type { ComponentSource } from '../../engine/component.ts';
import { ComponentLibrary } from '../../session/component-library.ts';
import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { ComponentsPanel } from './components-panel.tsx';

const insertComponent = vi.hoisted(() => vi.fn(() => null));
vi.mock('../../session/commands.ts', () => ({ insertComponent }));

const source = (name: string, display_name: string, category: 'layout' | 'content', keywords: string[]): ComponentSource => ({
  definition: { name, display_name, category, keywords },
  template: '',
  style: '',
});
const library = new ComponentLibrary([
  source('grid', 'Grid', 'layout', ['columns']),
  source('flex', 'Flex', 'layout', ['row']),
  source('section', 'Section', 'layout', ['band']),
  source('card', 'Card', 'content', ['tile']),
]);

function show() {
  const state = new Observable<EditorState>({ ...initialState, status: 'ready', canEdit: true });
  const session = { state, library, dragging: new Observable(null) };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <SessionContext value={session as unknown as PageSession}>
          <ComponentsPanel />
        </SessionContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { session, person: userEvent.setup() };
}

const names = () => [...document.querySelectorAll('[data-component]')].map((element) => element.textContent);

afterEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
});

describe('the components panel', () => {
  it('is found in by synonym, and Enter inserts at the selection', async () => {
    const { session, person } = show();
    await person.type(screen.getByRole('searchbox'), 'tile');
    expect(names()).toEqual(['Card']);
    expect(screen.getByRole('status')).toHaveTextContent('1 component');
    screen.getByRole('button', { name: 'Card' }).focus();
    await person.keyboard('{Enter}');
    expect(insertComponent).toHaveBeenCalledExactlyOnceWith(session, 'card');
  });

  it('is walked by the arrows, one stop of Tab a category', async () => {
    const { person } = show();
    const layout = screen.getByRole('list', { name: 'Layout' });
    within(layout).getByRole('button', { name: 'Grid' }).focus();
    await person.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('Flex');
    await person.keyboard('{Home}{ArrowDown}');
    expect(document.activeElement).toHaveTextContent('Section');
    await person.tab();
    expect(document.activeElement).toHaveAccessibleName('Section as a favourite');
    await person.tab();
    expect(document.activeElement).toHaveTextContent('Card');
  });

  it('keeps favourites', async () => {
    const { person } = show();
    await person.click(screen.getByRole('radio', { name: 'Favourites' }));
    expect(screen.getByText('No favourites yet')).toBeInTheDocument();
    await person.click(screen.getByRole('radio', { name: 'All components' }));
    const star = screen.getByRole('button', { name: 'Flex as a favourite' });
    await person.click(star);
    expect(star).toHaveAttribute('aria-pressed', 'true');
    await person.click(screen.getByRole('radio', { name: 'Favourites' }));
    expect(names()).toEqual(['Flex']);
  });

  it('lists what was used last, and leaves out what is no more', async () => {
    rememberList('recent-components', ['section', 'gone', 'card']);
    const { person } = show();
    await person.click(screen.getByRole('radio', { name: 'Recently used' }));
    expect(names()).toEqual(['Section', 'Card']);
    await person.type(screen.getByRole('searchbox'), 'grid');
    expect(names()).toEqual(['Grid']);
  });
});
