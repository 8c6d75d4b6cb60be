import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { forgetDesign } from './forget-design.ts';

it('forgets what was drawn, and asks anew for what other tokens change', async () => {
  const queries = new QueryClient();
  const drawn = [['preview-engine', '1'], ['template-preview', 'landing'], ['component-preview', 'card', '1.0.0'], ['canvas-preview', 'p', 3], ['page', 'p', 'preview']];
  const stale = [['design-tokens'], ['design-tokens', 'versions'], ['environments', 'e', 'pages']];
  const kept = [['design-tokens', 'themes'], ['theme-preview', 'harbour'], ['components']];
  for (const queryKey of [...drawn, ...stale, ...kept]) queries.setQueryData(queryKey, 'known');
  await forgetDesign(queries);
  for (const queryKey of drawn) expect(queries.getQueryState(queryKey)).toBeUndefined();
  for (const queryKey of stale) expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(true);
  for (const queryKey of kept) expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(false);
});
