import { chromium, type LaunchOptions } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { twoFreePorts } from '../server/free-ports.ts';

export interface Audited {
  /** 0 to 100 by the name of the category: performance, accessibility, best-practices, seo. */
  scores: Record<string, number>;
  /** Below 100, a line for each audit that took points from a category. */
  faults: Record<string, string[]>;
  /** What moved while the page loaded; 0: nothing. */
  layoutShift: number;
  /** All that was fetched, in bytes. */
  bytes: number;
}

/** Runs Lighthouse's four categories on a page, as it does for phones or for desktops, in a browser of its own. */
export async function auditPage(url: string, device: 'phone' | 'desktop', launch: LaunchOptions): Promise<Audited> {
  const [port] = await twoFreePorts();
  const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), `--remote-debugging-port=${port}`] });
  try {
    const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo'];
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories }, device === 'desktop' ? desktopConfig : undefined);
    if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
    const { audits, categories } = result.lhr;
    const scores: Record<string, number> = {};
    const faults: Record<string, string[]> = {};
    for (const { id, score, auditRefs } of Object.values(categories)) {
      scores[id] = Math.round((score ?? 0) * 100);
      faults[id] = auditRefs
        .filter(({ weight, id: audit }) => weight > 0 && audits[audit]?.score !== null && (audits[audit]?.score ?? 0) < 1)
        .map(({ id: audit }) => `${audit}: ${audits[audit]?.explanation ?? audits[audit]?.displayValue ?? audits[audit]?.title ?? ''}`);
    }
    return { scores, faults, layoutShift: audits['cumulative-layout-shift']?.numericValue ?? NaN, bytes: audits['total-byte-weight']?.numericValue ?? NaN };
  } finally {
    await browser.close();
  }
}
