// 200 open editors of one page, 20 of whom type: how long a change takes to its author's acknowledgement and to everybody else, whether anything is lost,
// and whether all have the same page at the end.
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { makePage } from '../engine/pages.mjs';
import { percentile } from '../measuring/figures.mjs';
import { Pagewright } from '../measuring/pagewright.mjs';
import { OpenEditor } from './open-editor.mjs';
import { engineParts, Refusal, Replica } from './replica.mjs';
import { Typist } from './typist.mjs';

export const people = 200;
export const typing = 20;
export const changesPerSecond = 5; // of each who types: a fast typist, who never stops

// Texts that several people write at once, and a grid that takes cards.
function placesOf(components) {
  const text = JSON.stringify(components);
  const texts = [...text.matchAll(/"id":"(n\d+)","component":"(?:section|card)"/g)].slice(0, 12).map(([, id]) => ({ id, key: 'title' }));
  return { texts, gridId: /"id":"(n\d+)","component":"grid"/.exec(text)[1] };
}

async function openAll(server, parts, pageId, components) {
  const token = await server.token();
  const arrivals = new Map(); // of a transaction: when it was sent, and of those who heard it, when
  const acknowledgements = [];
  const deliveries = [];
  const editors = [];
  const { texts, gridId } = placesOf(components);
  for (let i = 0; i < people; i++) {
    const name = `e${i}`;
    const editor = new OpenEditor({
      server, token, pageId, name, keeps: i === typing,
      onTransaction: (id, at) => {
        const sentAt = arrivals.get(id);
        if (sentAt !== undefined) (id.startsWith(`${name}-`) ? acknowledgements : deliveries).push(at - sentAt);
      },
    });
    await editor.open();
    if (i < typing) {
      editor.useReplica(await Replica.open(parts, editor.document));
      editor.typist = new Typist({ name, seed: i + 1, texts, gridId });
    }
    editors.push(editor);
  }
  return { editors, arrivals, acknowledgements, deliveries };
}

// One change of one person, as the editor does it: at once in the replica, then to the server.
function act(editor, arrivals) {
  const wanted = editor.typist.next();
  let transaction;
  try {
    transaction = wanted === 'undo' ? editor.replica.undo(editor.typist.nextId()) : editor.replica.apply(wanted);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return false;
  }
  if (!transaction) return false;
  arrivals.set(transaction.id, performance.now());
  editor.submit(transaction);
  return true;
}

async function type(editors, arrivals, seconds) {
  const typists = editors.slice(0, typing);
  const started = performance.now();
  let turn = 0;
  while (performance.now() - started < seconds * 1000) {
    const due = ((performance.now() - started) / 1000) * typing * changesPerSecond;
    while (turn < due) act(typists[turn++ % typing], arrivals);
    await sleep(1);
  }
}

async function settle(editors) {
  const sent = editors.reduce((sum, editor) => sum + editor.sent, 0);
  const answered = () => editors.reduce((sum, editor) => sum + editor.acknowledged + editor.refused, 0);
  const heard = () => editors.every((editor) => editor.heard + editor.acknowledged === sent - refusals());
  const refusals = () => editors.reduce((sum, editor) => sum + editor.refused, 0);
  for (let waited = 0; waited < 30_000 && !(answered() === sent && heard()); waited += 50) {
    const { fault } = editors.find((editor) => editor.fault) ?? {};
    if (fault) throw fault;
    await sleep(50);
  }
  return { sent, lost: sent - answered(), refused: refusals(), deaf: editors.filter((editor) => editor.heard + editor.acknowledged !== sent - refusals()).length };
}

// Those who only listen have heard the same in the same order: one of them stands for all of their replicas. Those who write have their own.
async function compareReplicas(server, parts, pageId, editors) {
  const orders = new Set(editors.map((editor) => editor.order.digest('hex')));
  const listener = editors[typing];
  const replayed = await Replica.open(parts, listener.document);
  for (const transaction of listener.transactions) replayed.receive(transaction);
  const { structure } = await server.call('GET', `/pages/${pageId}`);
  const essence = ({ components }) => components;
  const documents = [replayed, ...editors.slice(0, typing).map((editor) => editor.replica)].map((replica) => replica.document());
  const differing = documents.filter((document) => !isDeepStrictEqual(withoutRanks(essence(document)), withoutRanks(structure.components)));
  const pending = editors.slice(0, typing).reduce((sum, editor) => sum + editor.replica.pending(), 0);
  return { orders: orders.size, differing: differing.length, pending };
}

// The engine's document says where each node stands among its siblings; the REST representation only lists them.
function withoutRanks(nodes) {
  return nodes.map(({ rank: _rank, children, ...node }) => ({
    ...node,
    ...(children ? { children: Object.fromEntries(Object.entries(children).map(([slot, below]) => [slot, withoutRanks(below)])) } : {}),
  }));
}

export async function measureEditors(root, { seconds, database }) {
  const server = await Pagewright.create(root, database);
  let editors = [];
  try {
    await server.start();
    const parts = await engineParts(root, server);
    const { components } = makePage(60);
    const { id: pageId } = await server.call('POST', '/pages', { name: 'Load', structure: { components } });
    const opened = await openAll(server, parts, pageId, components);
    editors = opened.editors;
    await type(editors, opened.arrivals, 3); // warming up
    await settle(editors);
    opened.acknowledgements.length = 0;
    opened.deliveries.length = 0;
    opened.arrivals.clear();
    const worked = server.processorTime();
    await type(editors, opened.arrivals, seconds);
    const settled = await settle(editors);
    const processor = (server.processorTime() - worked) / seconds;
    const replicas = await compareReplicas(server, parts, pageId, editors);
    const [own, others] = [opened.acknowledgements, opened.deliveries].map((spans) => Float64Array.from(spans).sort());
    return {
      ...settled, ...replicas, processor, memory: server.memory(), changes: own.length, deliveries: others.length,
      acknowledged: { p50: percentile(own, 0.5), p99: percentile(own, 0.99) },
      delivered: { p50: percentile(others, 0.5), p99: percentile(others, 0.99) },
    };
  } finally {
    for (const editor of editors) editor.leave();
    await server.remove();
  }
}
