import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials, signedIn } from '../../api/credentials.ts';
import { DesignPainter } from '../../previews/design-preview.ts';
import { useDrawnPage } from './use-drawn-page.ts';

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
const Provider = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;

beforeEach(() => {
  vi.useFakeTimers();
  signedIn({ accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user: { id: 'u', email: 'a@b.example', name: 'Ada', role: 'admin', organization: { id: 'o', name: 'Lindenhof', slug: 'lindenhof' } } });
  queries.setQueryData(['components'], { library: '1', items: [] });
  queries.setQueryData(['design-tokens'], { tokens: {}, baseCss: '' });
  queries.setQueryData(['design-preview', 'page', 'p'], { document: {}, context: {} });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  queries.clear();
  forgetCredentials();
});

it('draws the page while its tokens go on changing', async () => {
  const draw = vi.spyOn(DesignPainter.prototype, 'draw').mockImplementation((_, tokens) => Promise.resolve(JSON.stringify(tokens)));
  const chosen = { kind: 'page', id: 'p' } as const;
  const { result, rerender } = renderHook(({ step }) => useDrawnPage(chosen, { step }, 'light'), { initialProps: { step: 0 }, wrapper: Provider });
  await act(() => vi.advanceTimersByTimeAsync(50));
  expect(result.current.html).toBe('{"step":0}');
  // As often as a browser reports a colour that is being dragged.
  for (let step = 1; step <= 20; step += 1) {
    rerender({ step });
    await act(() => vi.advanceTimersByTimeAsync(16));
  }
  expect(draw.mock.calls.length).toBeGreaterThan(5);
  expect(draw.mock.calls.length).toBeLessThan(15);
  await act(() => vi.advanceTimersByTimeAsync(50));
  expect(result.current.html).toBe('{"step":20}');
});
