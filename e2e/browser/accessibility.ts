import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Frame, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * Runs axe with all of its rules on a document, without the frames in it: those are documents of their own. `within`, a selector: on that part only,
 * for what floats over the page (a menu) and stands in none of its landmarks.
 */
export async function expectAccessible(document: Page | Frame, what: string, within?: string): Promise<void> {
  await document.evaluate(axe);
  const violations = await document.evaluate(async (part) => {
    // What is still fading in has not the contrast that it will have; what waits for ever (a placeholder's pulse) is not waited for.
    const ending = globalThis.document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
    const runner = (globalThis as unknown as { axe: { run: (context: object | string, options: object) => Promise<{ violations: Violation[] }> } }).axe;
    return (await runner.run(part ?? globalThis.document, { iframes: false, resultTypes: ['violations'] })).violations;
  }, within);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 200)}\n    ${failureSummary ?? ''}`).join('\n')}`);
  expect.soft(found.join('\n'), what).toBe('');
}
