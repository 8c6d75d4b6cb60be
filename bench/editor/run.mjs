// Editors at work on the same pages, in headless Chromium, one after another: ours, its peers from npm, and the page without an editor as the floor.
import { join } from 'node:path';

import { launchBrowser } from '../measuring/browser.mjs';
import { installed } from '../measuring/machine.mjs';
import { Pagewright } from '../measuring/pagewright.mjs';
import { Files } from './files.mjs';
import { editorPage } from './page.mjs';
import { buildPeers, peers } from './peers/build.mjs';
import { textOf } from './report.mjs';
import { BarePage } from './subjects/bare.mjs';
import { PagewrightEditor } from './subjects/pagewright.mjs';
import { PeerEditor } from './subjects/peer.mjs';
import { targetsOf } from './targets.mjs';
import { measureSubject } from './work.mjs';

// The numbers of nodes, and how often each thing is done there: after it was done without being counted up to `times`, as long as it takes no
// longer than `seconds` in all (dragging, and inserting and deleting, take as long as three others). A whole run takes ten minutes with them.
const paces = {
  whole: { sizes: [100, 1000, 5000, 10_000], warmUps: 1, times: 5, seconds: 2.5 },
  quick: { sizes: [100, 1000], warmUps: 0, times: 1, seconds: 2.5 },
};

const subjects = {
  pagewright: { title: 'Pagewright', create: PagewrightEditor.create },
  bare: { title: 'Bare page', create: BarePage.create },
  ...Object.fromEntries(peers.map(({ key, title }) => [key, { title, create: (...rest) => PeerEditor.create(key, ...rest) }])),
};

// The published page, as the bare page and the styles of the peers' canvas.
async function addPage(files, pagewright, { size, components }) {
  const { id } = await pagewright.call('POST', '/pages', { name: `Bare ${size} nodes`, structure: { components } });
  const answer = await fetch(`${pagewright.url}/api/v1/pages/${id}/preview`, { headers: { Authorization: `Bearer ${await pagewright.token()}` } });
  const html = await answer.text();
  files.add(`/bare/${size}.html`, `<!doctype html><title>${size} nodes</title><style>body{margin:0}iframe{width:100%;height:100vh;border:0}</style><iframe src="page-${size}.html"></iframe>`);
  files.add(`/bare/page-${size}.html`, html);
  files.add('/page.css', [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css).join('\n'));
  files.add(`/pages/${size}.json`, JSON.stringify(components));
}

async function measureOne(create, page, places, pace, leftOut) {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(10_000);
    return await measureSubject(await create(context, page, places), pace, leftOut);
  } catch (error) {
    return { failures: { open: error.message.split('\n')[0] } };
  } finally {
    await browser.close();
  }
}

export async function benchEditor(root, { quick }) {
  const { sizes, ...pace } = quick ? paces.quick : paces.whole;
  const folder = join(root, 'build/bench/editor-peers');
  await buildPeers(folder);
  const pagewright = await Pagewright.create(root);
  const files = await Files.serve(folder);
  try {
    await pagewright.start();
    const rows = [];
    const leftOut = Object.fromEntries(Object.keys(subjects).map((key) => [key, {}])); // what was given up on at a smaller size
    for (const size of sizes) {
      const page = editorPage(size);
      await addPage(files, pagewright, page);
      const row = { size, seen: {} };
      for (const [key, { title, create }] of Object.entries(subjects)) {
        if (leftOut[key].open) continue;
        const started = performance.now();
        const seen = await measureOne(create, page, { pagewright, files }, pace, leftOut[key]);
        row.seen[key] = seen;
        Object.assign(leftOut[key], seen.failures);
        const failures = Object.entries(seen.failures).map(([what, why]) => `${what}: ${why}`);
        console.log(`  ${[`${title}, ${size} nodes: ${((performance.now() - started) / 1000).toFixed(0)} s`, ...failures].join('; ')}`);
      }
      rows.push(row);
    }
    const figures = { rows, subjects, pace };
    return {
      title: 'Editor',
      targets: targetsOf(figures),
      text: textOf(figures),
      versions: peers.flatMap(({ packages }) => packages).map((name) => installed(root, name)),
    };
  } finally {
    files.close();
    await pagewright.remove();
  }
}
