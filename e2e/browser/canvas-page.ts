import type { Page } from '@playwright/test';
import type { EditorScreen } from '../screens/editor-screen.ts';
import type { Api, Page as PageAnswer } from '../server/api.ts';
import { askEngine } from './engine-in-page.ts';

/** The page on a canvas: every node, its place and its markup, without what the canvas adds for itself. */
export async function canvasOf(screen: EditorScreen): Promise<string> {
  return (await screen.frame()).evaluate(markupOf, null);
}

/** The same as the engine renders it anew from the document that the server has. */
export async function renderedAnew(page: Page, api: Api, { id, name }: Pick<PageAnswer, 'id' | 'name'>): Promise<string> {
  const [{ components }, { tokens, baseCss }, { structure, layout }, wasm] = await Promise.all([
    api.call<{ items: Record<string, unknown>[] }>('GET', '/components').then(({ items }) => ({ components: items.map(({ sample: _sample, ...source }) => source) })),
    api.call<{ tokens: object; baseCss: string }>('GET', '/design-tokens'),
    api.call<PageAnswer>('GET', `/pages/${id}`),
    page.evaluate(() => performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('.wasm'))?.name ?? ''),
  ]);
  const [, rendered] = await askEngine(page, wasm, [
    { call: 'load_library', components, tokens, baseCss },
    { call: 'render_page', mode: 'canvas', document: { ...structure, layout }, context: { name, description: '', canonicalUrl: '', siteName: '' } },
  ]);
  if (typeof rendered?.html !== 'string') throw new Error(`the engine renders nothing: ${JSON.stringify(rendered)}`);
  return page.evaluate(markupOf, rendered.html);
}

/** Of the document that a text is parsed to, or of the one that is shown. Attributes stand in one order; what an author has folded or unfolded is their own. */
function markupOf(html: string | null): string {
  const shown = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
  const copy = shown.querySelector('main')?.cloneNode(true) as Element;
  for (const own of copy.querySelectorAll('pagewright-empty-slot')) own.remove();
  for (const details of copy.querySelectorAll('details')) details.removeAttribute('open');
  for (const element of copy.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const).sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [name] of attributes) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, value);
  }
  return copy.innerHTML;
}
