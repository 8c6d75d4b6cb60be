import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { forgetCredentials } from '../../api/credentials.ts';
import { signInForTests } from '../../api/sign-in-for-tests.ts';
import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import { SessionContext } from '../../session/react.ts';

import { EmptyPage } from './empty-page.tsx';

vi.mock('../../previews/previews.tsx', () => ({ TemplatePreview: () => null }));

const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
const template = (id: string, displayName: string) => ({ id, displayName, description: '', document: { components: [{ id: 'h', component: 'heading', props: { text: displayName } }] } });
const templates = [template('t1', 'Landing page'), template('t2', 'Article')];

// An empty page, and templates whose documents come when the test says so.
async function show() {
  signInForTests('editor');
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((done) => (answer = done));
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    const found = templates.find(({ id }) => path.endsWith(`/templates/${id}`));
    if (!found) return json({ items: templates, total: 2, limit: 100, offset: 0 });
    asked.push(found.id);
    await answered;
    return json(found);
  });
  const { session } = await openPageForTests(await compileEngine(), { components: [] });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SessionContext value={session}>
        <EmptyPage />
      </SessionContext>
    </QueryClientProvider>,
  );
  return { session, answer, asked };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('an empty page', () => {
  it('takes one template, once', async () => {
    const { session, answer, asked } = await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Landing page' }));
    expect(screen.getByRole('button', { name: 'Landing page' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Article' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Article' }));
    answer();
    await waitFor(() => expect(session.tree.rootChildren()).toHaveLength(1));
    expect(asked).toEqual(['t1']);
  });

  it('tells what the engine refuses', async () => {
    const { session } = await show();
    const notices: string[] = [];
    session.notices.on(({ message }) => notices.push(message));
    vi.spyOn(session, 'apply').mockReturnValue(Object.assign(new Error('No room.'), { code: 'full', path: '', diagnostics: [] }));
    await userEvent.click(await screen.findByRole('button', { name: 'Heading' }));
    expect(notices).toEqual(['No room.']);
  });
});
