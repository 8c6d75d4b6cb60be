import type { QueryClient } from '@tanstack/react-query';

const drawnWithTokens = ['preview-engine', 'template-preview', 'component-preview', 'canvas-preview', 'page'];

/** After other tokens were published: what is known of them is asked for anew, and what was drawn with the old ones is drawn again. */
export async function forgetDesign(queries: QueryClient): Promise<void> {
  for (const name of drawnWithTokens) queries.removeQueries({ queryKey: [name] });
  await Promise.all([
    // The themes that come with the program stay what they are.
    queries.invalidateQueries({ queryKey: ['design-tokens'], exact: true }),
    queries.invalidateQueries({ queryKey: ['design-tokens', 'versions'] }),
    // Which of their pages are in the design of now.
    queries.invalidateQueries({ queryKey: ['environments'] }),
  ]);
}
