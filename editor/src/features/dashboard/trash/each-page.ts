import { explain } from '../../../api/problem.ts';
import type { PageSummary } from '../../../api/types.ts';

export interface Outcome {
  done: PageSummary[];
  /** Why the first that failed did; undefined where none did. */
  fault: string | undefined;
}

/** One page after the other. What fails keeps none of the others back. */
export async function eachPage(pages: readonly PageSummary[], act: (id: string) => Promise<unknown>): Promise<Outcome> {
  const outcome: Outcome = { done: [], fault: undefined };
  for (const page of pages) {
    try {
      await act(page.id);
      outcome.done.push(page);
    } catch (error) {
      outcome.fault ??= `“${page.name}”: ${explain(error)}`;
    }
  }
  return outcome;
}

/** How pages are called in a sentence: by name, or several by their number. */
export function nameOf(pages: readonly PageSummary[]): string {
  const [only] = pages;
  return only !== undefined && pages.length === 1 ? `“${only.name}”` : `${pages.length} pages`;
}
