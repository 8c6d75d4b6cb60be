// Minutes of everything at once, and whether memory stays what it was: people type in several pages, come and go; others list, open, save, publish.
import { setTimeout as sleep } from 'node:timers/promises';

import { makePage, pageTitled } from '../engine/pages.mjs';
import { Pagewright } from '../measuring/pagewright.mjs';
import { OpenEditor } from './open-editor.mjs';
import { Requests } from './requests.mjs';

const pages = 40;
const editorsOfPage = 3;
const pagesWithEditors = 10;
const content = makePage(30);

// Bytes a minute, by least squares.
function slope(samples) {
  const n = samples.length;
  const mean = (of) => samples.reduce((sum, sample) => sum + sample[of], 0) / n;
  const [x, y] = [mean('minute'), mean('memory')];
  const above = samples.reduce((sum, sample) => sum + (sample.minute - x) * (sample.memory - y), 0);
  return above / samples.reduce((sum, sample) => sum + (sample.minute - x) ** 2, 0);
}

class Work {
  counts = { typed: 0, joined: 0, requests: 0 };
  isOver = false;

  constructor(server, token, ids, environmentId) {
    Object.assign(this, { server, token, ids, environmentId, requests: new Requests(server, token, 4) });
  }

  // People who type a while, and leave; their place is taken by others.
  async people(pageId, place) {
    for (let visit = 0; !this.isOver; visit++) {
      const name = `p${place}v${visit}`;
      const editor = new OpenEditor({ server: this.server, token: this.token, pageId, name, keeps: false, onTransaction: () => {} });
      await editor.open();
      this.counts.joined++;
      for (let i = 0; i < 150 && !this.isOver; i++) {
        const operations = [{ type: 'set_prop', id: 'n1', key: 'title', value: `Typed by ${name}, ${i}` }];
        editor.submit({ id: `${name}-${i + 1}`, label: 'Edit text', operations });
        this.counts.typed++;
        await sleep(200);
        if (editor.fault) throw editor.fault;
      }
      for (let waited = 0; editor.acknowledged < editor.sent && waited < 10_000; waited += 20) await sleep(20);
      if (editor.acknowledged !== editor.sent) throw new Error(`${name} had ${editor.acknowledged} of ${editor.sent} changes acknowledged`);
      editor.leave();
    }
  }

  async programs() {
    const paths = ['/pages', '/pages?search=soak', '/search?q=page', '/components', '/releases', '/audit-log', '/jobs'];
    for (let i = 0; !this.isOver; i++) {
      const id = this.ids[i % this.ids.length];
      await this.requests.send('GET', paths[i % paths.length]);
      await this.requests.send('GET', `/pages/${id}`);
      if (i % 4 === 0) await this.requests.send('PUT', `/pages/${id}`, { structure: pageTitled(content, `Saved ${i}`) });
      if (i % 20 === 0) await this.requests.send('POST', `/pages/${id}/publish`, { environmentId: this.environmentId });
      if (i % 50 === 0) await this.visit();
      this.counts.requests += 2;
      await sleep(20);
    }
  }

  async visit() {
    const response = await fetch(`${this.server.sitesUrl}/`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`A visitor was answered ${response.status}`);
  }
}

export async function measureSoak(root, { minutes, database }) {
  const server = await Pagewright.create(root, database);
  try {
    await server.start();
    const [token, environmentId] = [await server.token(), await server.environmentId()];
    const work = new Work(server, token, [], environmentId);
    for (let i = 0; i < pages; i++) work.ids.push((await server.call('POST', '/pages', { name: `Soak page ${i}`, structure: pageTitled(content, `Page ${i}`) })).id);
    const atStart = server.memory();
    const running = [work.programs()];
    for (let i = 0; i < pagesWithEditors * editorsOfPage; i++) running.push(work.people(work.ids[i % pagesWithEditors], i));
    const samples = [];
    const started = performance.now();
    const over = sleep(minutes * 60_000).then(() => (work.isOver = true));
    const watching = (async () => {
      while (!work.isOver) {
        samples.push({ minute: (performance.now() - started) / 60_000, memory: server.memory() });
        await sleep(2000);
      }
    })();
    await Promise.race([over, Promise.all(running)]);
    await Promise.all([...running, watching]);
    work.requests.close();
    // The first third is for filling what is kept in memory on purpose: pages, statements, connections.
    const settled = samples.filter(({ minute }) => minute >= minutes / 3);
    return { minutes, atStart, atEnd: server.memory(), most: Math.max(...samples.map(({ memory }) => memory)), slope: slope(settled), samples, ...work.counts };
  } finally {
    await server.remove();
  }
}
