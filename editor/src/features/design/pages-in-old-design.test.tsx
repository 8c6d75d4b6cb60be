import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials, signedIn } from '../../api/credentials.ts';
import type { Environment } from '../../api/types.ts';
import { PagesInOldDesign } from './pages-in-old-design.tsx';

const environment = { id: 'e', name: 'Production' } as Environment;
const page = (hasNewDesign: boolean) => ({ pageId: 'p', pageName: 'Home', hasNewDesign }) as Parameters<typeof PagesInOldDesign>[0]['shown'][number]['pages'][number];

function show(answer: object, status: number) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } })));
  const queries = new QueryClient();
  queries.setQueryData(['environments', 'e', 'pages'], []);
  render(
    <QueryClientProvider client={queries}>
      <PagesInOldDesign version={2} shown={[{ environment, pages: [page(true), page(false)] }]} onClose={() => undefined} />
    </QueryClientProvider>,
  );
  return queries;
}

beforeEach(() => {
  signedIn({ accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user: { id: 'u', email: 'a@b.example', name: 'Ada', role: 'admin', organization: { id: 'o', name: 'Lindenhof', slug: 'lindenhof' } } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('publishes the pages in the older design again, and looks what visitors see then', async () => {
  const queries = show({ id: 'r', pages: [] }, 201);
  await userEvent.click(screen.getByRole('button', { name: 'Publish 1 page of Production again' }));
  await vi.waitFor(() => expect(queries.getQueryState(['environments', 'e', 'pages'])?.isInvalidated).toBe(true));
});

it('says so where the server has only begun', async () => {
  const queries = show({ jobId: 'j', publishAt: '2026-01-01T00:00:00Z' }, 202);
  await userEvent.click(screen.getByRole('button', { name: 'Publish 1 page of Production again' }));
  expect(await screen.findByText('They are being published.')).toBeVisible();
  expect(queries.getQueryState(['environments', 'e', 'pages'])?.isInvalidated).toBe(false);
});
