// Every page template, published and visited by Lighthouse as from a phone and from a desktop.
import lighthouse, { desktopConfig } from 'lighthouse';

import { launchBrowser } from '../measuring/browser.mjs';
import { kibibytes, median, table, target } from '../measuring/figures.mjs';
import { freePort } from '../measuring/server-process.mjs';

const categories = { performance: 'Performance', accessibility: 'Accessibility', 'best-practices': 'Best practices', seo: 'SEO' };
const devices = { phone: undefined, desktop: desktopConfig };
const visits = 3; // a page's performance is the median of so many

// A page that asks search engines to stay away is no page for them.
const isHidden = (document) => (document.layout?.robots ?? '').includes('noindex');

async function publishTemplates(pagewright, environmentId) {
  const { items } = await pagewright.call('GET', '/templates?limit=100');
  const pages = [];
  for (const { id } of items) {
    const { document } = await pagewright.call('GET', `/templates/${id}`);
    const page = await pagewright.call('POST', '/pages', { name: `Template ${id}`, templateId: id });
    await pagewright.call('POST', `/pages/${page.id}/publish`, { environmentId });
    pages.push({ template: id, path: `/${page.slug}`, hidden: isHidden(document) });
  }
  return pages;
}

async function visit(url, port, config) {
  const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(categories) }, config);
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  return { scores, bytes: lhr.audits['total-byte-weight'].numericValue };
}

/** Publishes them to the environment and answers with a text and its targets. */
export async function auditTemplates(pagewright, environmentId) {
  const pages = await publishTemplates(pagewright, environmentId);
  const port = await freePort();
  const browser = await launchBrowser(`--remote-debugging-port=${port}`);
  const rows = [];
  try {
    for (const { template, path, hidden } of pages)
      for (const [device, config] of Object.entries(devices)) {
        const seen = [];
        for (let i = 0; i < visits; i++) seen.push(await visit(pagewright.sitesUrl + path, port, config));
        const scores = Object.fromEntries(Object.keys(categories).map((id) => [id, median(seen.map((each) => each.scores[id]))]));
        rows.push({ template, device, hidden, scores, bytes: seen[0].bytes });
      }
  } finally {
    await browser.close();
  }
  const least = (id) => Math.min(...rows.filter(({ hidden }) => id !== 'seo' || !hidden).map(({ scores }) => scores[id]));
  return {
    targets: Object.entries(categories).map(([id, name]) => target(`Lighthouse of the page templates, least: ${name}`, '100', String(least(id)), least(id) === 100)),
    text: [
      `Each page template, published and visited by Lighthouse ${visits} times as from a phone (slow network, slow processor) and as from a desktop; medians. What a page fetches is all of it: HTML with its styles,`
        + ' and pictures. A page that tells search engines to stay away (page not found) has no points for SEO to win.',
      table(
        ['Template', 'Device', ...Object.values(categories), 'Fetched'],
        rows.map(({ template, device, scores, bytes }) => [template, device, ...Object.keys(categories).map((id) => String(scores[id])), kibibytes(bytes)]),
      ),
    ].join('\n\n'),
  };
}
