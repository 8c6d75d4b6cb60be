// The API's requests, sent to each server in turn: one kind of request after the other, so that all of them have stored equally much.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { makePage, pageTitled } from '../engine/pages.mjs';
import { median } from '../measuring/figures.mjs';
import { wrk } from '../measuring/wrk.mjs';

export const connections = 64;
export const nodes = 60;
const sample = makePage(nodes);

// A page, whose first title changes from request to request.
const content = (title = 'Title @') => ({ structure: pageTitled(sample, title) });
export const updateBody = JSON.stringify(content());

// Paths of all pages, and what is sent.
const kinds = {
  get: { method: 'GET', paths: ({ pages }) => pages.slice(0, 1) },
  list: { method: 'GET', paths: () => ['/api/v1/pages'] },
  update: { method: 'PUT', paths: ({ pages }) => pages, body: () => updateBody, makesVersions: true },
  updateOne: { method: 'PUT', paths: ({ pages }) => pages.slice(0, 1), body: () => updateBody, makesVersions: true },
  publish: { method: 'POST', paths: ({ pages }) => pages.map((page) => `${page}/publish`), body: ({ environmentId }) => JSON.stringify({ environmentId }), makesVersions: true },
  create: { method: 'POST', paths: () => ['/api/v1/pages'], body: () => JSON.stringify({ name: 'Page @', ...content() }) },
};

// Slots in which nothing stands may be left out.
const essence = ({ structure }) => [structure.components[0].props, JSON.stringify(structure).match(/"id":"\w+"/g)];

// What the requests are about: pages, one for every connection. That the server does the work is seen before it is measured.
export async function preparePages(server) {
  const pages = [];
  for (let i = 0; i < connections; i++) pages.push(`/api/v1/pages/${(await server.call('POST', '/pages', { name: `Bench ${i}`, ...content() })).id}`);
  const path = pages[0].slice('/api/v1'.length);
  const body = content('Another');
  await server.call('PUT', path, body);
  const page = await server.call('GET', path);
  if (page.latestVersionNumber !== 2 || !isDeepStrictEqual(essence(page), essence(body))) throw new Error(`${server.name} has not stored the update: ${JSON.stringify(page).slice(0, 300)}`);
  const { items, total } = await server.call('GET', '/pages');
  if (items.length !== 20 || total < connections || 'structure' in items[0]) throw new Error(`${server.name} lists ${items.length} of ${total} pages`);
  const environmentId = await server.environmentId();
  const published = await server.call('POST', `${path}/publish`, { environmentId });
  if (published.page.status !== 'published' || !(published.release.artifacts[0].size > 10_000)) throw new Error(`${server.name} has not published`);
  return { pages, environmentId };
}

const versions = async (server, pages) => {
  let sum = 0;
  for (const page of pages) sum += (await server.call('GET', page.slice('/api/v1'.length))).latestVersionNumber;
  return sum;
};

let runs = 0;

async function send(server, prepared, { method, paths, body, makesVersions }, seconds) {
  const chosen = paths(prepared);
  const bodyFile = join(server.folder, 'body.json');
  if (body) writeFileSync(bodyFile, body(prepared));
  const options = { connections, seconds, headers: { Authorization: `Bearer ${await server.token()}` } };
  const sent = body && {
    script: join(import.meta.dirname, 'send.lua'),
    environment: { BENCH_METHOD: method, BENCH_PATHS: chosen.join(' '), BENCH_BODY: bodyFile, BENCH_RUN: String(++runs) },
  };
  const before = makesVersions ? await versions(server, prepared.pages) : 0;
  const worked = server.processorTime();
  const seen = await wrk(server.url + (body ? '' : chosen[0]), { ...options, ...sent });
  await server.rest(); // wrk leaves requests unanswered when it stops
  const processor = (server.processorTime() - worked) / (seen.rate * seconds);
  const made = makesVersions ? (await versions(server, prepared.pages)) - before : 0;
  if (makesVersions && made < seen.rate * seconds * 0.9) throw new Error(`${server.name} made only ${made} versions at ${seen.rate} requests a second`);
  return { ...seen, processor: processor * 1e6 };
}

// For every kind and server of `servers` (key → server): requests a second, p50 and p99 in milliseconds, processor time of a request in µs.
export async function measureRequests(servers, { rounds, seconds, warmUp }) {
  const prepared = {};
  for (const [key, server] of Object.entries(servers)) prepared[key] = await preparePages(server);
  const results = {};
  for (const [name, kind] of Object.entries(kinds)) {
    console.log(`  ${name}`);
    const seen = Object.fromEntries(Object.keys(servers).map((key) => [key, []]));
    // JavaScript is compiled while it runs.
    for (const [key, server] of Object.entries(servers)) await send(server, prepared[key], kind, warmUp);
    for (let round = 0; round < rounds; round++)
      for (const [key, server] of Object.entries(servers)) seen[key].push(await send(server, prepared[key], kind, seconds));
    const middle = (key, figure) => median(seen[key].map((each) => each[figure]));
    results[name] = Object.fromEntries(
      Object.keys(servers).map((key) => [key, Object.fromEntries(['rate', 'p50', 'p99', 'processor'].map((figure) => [figure, middle(key, figure)]))]),
    );
  }
  return results;
}
