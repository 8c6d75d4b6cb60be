import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import landing from '../../../library/templates/landing.json';
import { readLibrary } from '../../../tools/read-library.mjs';
import type { PageDocument } from '../engine/document.ts';
import { WasmEngine } from '../engine/engine.ts';
import { loadEngine } from '../engine/load.ts';
import { compileEngine } from '../session/page-for-tests.ts';
import { DesignPainter } from './design-preview.ts';

vi.mock('../engine/load.ts');

const { components, tokens, baseCss } = readLibrary(join(import.meta.dirname, '../../..'));
const subject = { document: landing.document as PageDocument, context: { name: 'Landing', description: '', canonicalUrl: '', siteName: 'Lindenhof' } };

it('draws what the whole library would, and compiles the components of the page alone', async () => {
  const engine = await WasmEngine.create(await compileEngine());
  vi.mocked(loadEngine).mockResolvedValue(engine);
  engine.call('load_library', { components, tokens, baseCss });
  const document = { ...subject.document, layout: { ...subject.document.layout, color_scheme: 'dark' } };
  const { html } = engine.call('render_page', { document, context: subject.context, mode: 'published' });

  const call = vi.spyOn(engine, 'call');
  expect(await new DesignPainter(components, baseCss).draw(subject, tokens, 'dark')).toBe(html);
  const { components: compiled } = call.mock.calls[0]?.[1] as { components: { definition: { name: string } }[] };
  const names = compiled.map(({ definition }) => definition.name);
  expect(names).toContain('header');
  // It stands in slots of others only.
  expect(names).toContain('button');
  expect(names.length).toBeLessThan(components.length / 2);
});
