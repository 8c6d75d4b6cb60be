import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';

import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer, signInForTests } from '../../api/sign-in-for-tests.ts';
import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import { SessionContext } from '../../session/react.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { CommentsPanel } from '../comments/comments-panel.tsx';

import { EditScreen } from './edit-screen.tsx';

vi.mock('../../canvas/canvas-view.tsx', () => ({ CanvasView: () => null }));

afterEach(() => {
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('has the comments in the preview too, with what was written and not sent', async () => {
  signInForTests('editor');
  vi.stubGlobal('fetch', () => Promise.resolve(jsonAnswer({ items: [], total: 0, limit: 100, offset: 0, counts: { open: 0, resolved: 0 } })));
  const { session } = await openPageForTests(await compileEngine(), {});
  session.state.update({ mode: 'preview' });
  render(
    <MemoryRouter>
      <QueryClientProvider client={new QueryClient()}>
        <TooltipProvider>
          <SessionContext value={session}>
            <EditScreen toolbar={null} notice={null} components={null} layers={null} properties={<CommentsPanel />} propertiesLabel="Comments" emptyPage={null} path={null} overlays={null} />
          </SessionContext>
        </TooltipProvider>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  expect(screen.queryByRole('complementary', { name: 'Comments' })).not.toBeInTheDocument();
  act(() => session.commenting.isOpen.set(true));
  expect(screen.getByRole('complementary', { name: 'Comments' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Comments' })).toBeInTheDocument();

  const field = () => screen.getByRole('textbox', { name: 'Comment on the whole page' });
  fireEvent.change(field(), { target: { value: 'Nice' } });
  for (const mode of ['edit', 'preview'] as const) act(() => session.state.update({ mode }));
  expect(field()).toHaveValue('Nice');
  for (const isOpen of [false, true]) act(() => session.commenting.isOpen.set(isOpen));
  expect(field()).toHaveValue('Nice');
});
