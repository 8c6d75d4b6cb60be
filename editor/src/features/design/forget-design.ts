import type { QueryClient } from '@tanstack/react-query';

/** After other tokens were published: what is known of them is asked for anew, and what was drawn with the old ones is drawn again. */
export async function forgetDesign(queries: QueryClient): Promise<void> {
  for (const queryKey of [['preview-engine'], ['template-preview'], ['component-preview'], ['page']]) queries.removeQueries({ queryKey });
  await Promise.all([queries.invalidateQueries({ queryKey: ['design-tokens'] }), queries.invalidateQueries({ queryKey: ['environments'] })]);
}
