import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials, signedIn } from '../../api/credentials.ts';
import type { JsonObject } from '../../engine/json.ts';
import { openDesign, type DesignDraft } from './design-draft.ts';

const user = { id: 'u', email: 'a@b.example', name: 'Ada', role: 'admin' as const, organization: { id: 'o', name: 'Lindenhof', slug: 'lindenhof' } };
const ink = (hex: string): JsonObject => ({ color: { ink: { $type: 'color', $value: hex } } });

/** A server as docs/api.md says it is. */
const server = {
  version: 1,
  published: ink('#111111'),
  draft: null as { tokens: JsonObject; baseVersion: number; tag: string } | null,
  requests: [] as string[],
  isDown: false,
  tags: 0,
};

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
const problem = (status: number, errors: unknown[] = []) => json({ type: 'x/problem', title: 'No', errors }, status);

function put(tokens: JsonObject, baseVersion: number): void {
  server.tags += 1;
  server.draft = { tokens, baseVersion, tag: `"${String(server.tags)}"` };
}

function answer(path: string, { method = 'GET', body, headers }: RequestInit): Response {
  const match = new Headers(headers).get('If-Match');
  const at = path.replace('/api/v1/design-tokens', '');
  server.requests.push(`${method} ${at}`);
  if (at === '') return json({ id: 'd', name: 'Default', tokens: server.published, baseCss: '', version: server.version, updatedAt: '' });
  if (at === '/publish') {
    if (!server.draft || match !== server.draft.tag) return problem(412);
    if (server.draft.baseVersion !== server.version) return problem(409);
    server.version += 1;
    server.published = server.draft.tokens;
    server.draft = null;
    return json({ number: server.version }, 201);
  }
  if (method === 'PUT') {
    const sent = JSON.parse(body as string) as { tokens: JsonObject; baseVersion: number };
    if (JSON.stringify(sent.tokens).includes('thick')) return problem(422, [{ path: '/tokens/color/ink', message: 'color.ink: must be a colour' }]);
    if ((server.draft?.tag ?? null) !== match) return problem(412);
    put(sent.tokens, sent.baseVersion);
  }
  if (!server.draft) return problem(404);
  if (method === 'DELETE') {
    if (match !== server.draft.tag) return problem(412);
    server.draft = null;
    return new Response(null, { status: 204 });
  }
  return json({ ...server.draft, author: null, updatedAt: '' }, 200, { ETag: server.draft.tag });
}

const saving = (design: DesignDraft) => design.state.get().saving.state;

beforeEach(() => {
  vi.useFakeTimers();
  signedIn({ accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user });
  Object.assign(server, { version: 1, published: ink('#111111'), draft: null, requests: [], isDown: false, tags: 0 });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => (server.isDown ? Promise.reject(new TypeError('down')) : Promise.resolve(answer(path, init))));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('saves once after a pause, and with the tag of before', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'), 'ink');
  design.change(ink('#333333'), 'ink');
  expect(saving(design)).toBe('saving');
  await vi.advanceTimersByTimeAsync(600);
  expect(saving(design)).toBe('saved');
  expect(server.draft?.tokens).toEqual(ink('#333333'));
  design.change(ink('#444444'), 'ink');
  await vi.advanceTimersByTimeAsync(600);
  expect(server.draft?.tokens).toEqual(ink('#444444'));
  expect(server.requests.filter((request) => request === 'PUT /draft')).toHaveLength(2);
});

it('takes what was saved for a step that can be gone back to', async () => {
  const design = await openDesign(true);
  for (const hex of ['#222222', '#333333']) {
    design.change(ink(hex), 'ink');
    await design.flush();
  }
  design.undo();
  expect(design.document).toEqual(ink('#222222'));
});

it('goes on with the draft that there is', async () => {
  put(ink('#abcdef'), 1);
  expect((await openDesign(true)).document).toEqual(ink('#abcdef'));
  expect((await openDesign(false)).document).toEqual(ink('#111111'));
});

it('has no draft when all is undone', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'));
  await design.flush();
  design.undo();
  await design.flush();
  expect(server.draft).toBeNull();
  expect(design.state.get().saved).toBeNull();
  design.redo();
  await design.flush();
  expect(server.draft).toMatchObject({ tokens: ink('#222222') });
});

it('tells what the server refuses, and saves again once it is mended', async () => {
  const design = await openDesign(true);
  design.change(ink('thick'));
  await design.flush();
  expect(design.state.get()).toMatchObject({ saving: { state: 'refused' }, faults: [{ path: 'color.ink', theme: null, message: 'must be a colour' }] });
  design.change(ink('#222222'));
  await design.flush();
  expect(design.state.get()).toMatchObject({ saving: { state: 'saved' }, faults: [] });
});

it('meets somebody else’s draft, takes theirs, and can go back to its own', async () => {
  const design = await openDesign(true);
  put(ink('#aaaaaa'), 1);
  design.change(ink('#222222'));
  await design.flush();
  expect(saving(design)).toBe('conflict');
  design.change(ink('#333333'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(server.draft?.tokens).toEqual(ink('#aaaaaa'));
  design.takeTheirs();
  expect(design.document).toEqual(ink('#aaaaaa'));
  design.undo();
  await design.flush();
  expect(server.draft?.tokens).toEqual(ink('#333333'));
});

it('meets somebody else’s draft and keeps its own', async () => {
  const design = await openDesign(true);
  put(ink('#aaaaaa'), 1);
  design.change(ink('#222222'));
  await design.flush();
  await design.keepMine();
  expect(saving(design)).toBe('saved');
  expect(server.draft?.tokens).toEqual(ink('#222222'));
  design.undo();
  expect(design.document).toEqual(ink('#aaaaaa'));
});

it('meets a draft that was published by somebody else', async () => {
  put(ink('#aaaaaa'), 1);
  const design = await openDesign(true);
  Object.assign(server, { version: 2, published: ink('#aaaaaa'), draft: null });
  design.change(ink('#222222'));
  await design.flush();
  expect(design.state.get()).toMatchObject({ saving: { state: 'conflict', theirs: null }, published: { version: 2 } });
  await design.keepMine();
  expect(server.draft).toMatchObject({ tokens: ink('#222222'), baseVersion: 2 });
});

it('keeps what could not be sent, and sends it when the server is back', async () => {
  const design = await openDesign(true);
  server.isDown = true;
  design.change(ink('#222222'));
  await design.flush();
  expect(saving(design)).toBe('failed');
  server.isDown = false;
  await vi.advanceTimersByTimeAsync(6000);
  expect(saving(design)).toBe('saved');
  expect(server.draft?.tokens).toEqual(ink('#222222'));
});

it('sends what is left when it is closed, once', async () => {
  const design = await openDesign(true);
  server.isDown = true;
  design.change(ink('#222222'));
  design.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(saving(design)).toBe('failed');
  server.isDown = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.draft).toBeNull();
});

it('saves what is on its way before something else is published', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'));
  await design.publishing(() => {
    expect(server.draft?.tokens).toEqual(ink('#222222'));
    Object.assign(server, { version: 2, published: ink('#bbbbbb') });
    return Promise.resolve();
  });
  expect(design.document).toEqual(ink('#222222'));
  expect(design.state.get().published.version).toBe(2);
});

it('publishes what is not saved yet too', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'));
  await expect(design.publish('Darker')).resolves.toMatchObject({ number: 2 });
  expect(server.published).toEqual(ink('#222222'));
  expect(design.state.get()).toMatchObject({ published: { version: 2 }, saved: null, baseVersion: 2, saving: { state: 'saved' } });
});

it('publishes on top of what somebody else published, after that was seen', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'));
  await design.flush();
  server.version = 2;
  await expect(design.publish('')).rejects.toMatchObject({ status: 409 });
  await design.rebase();
  await expect(design.publish('')).resolves.toMatchObject({ number: 3 });
});

it('does not publish an older state than the one that is seen', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'));
  await design.flush();
  design.change(ink('thick'));
  await expect(design.publish('')).rejects.toThrow('could not be saved');
  expect(server.version).toBe(1);
});

it('discards the draft, and brings it back by undoing', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'));
  await design.discard();
  expect(server.draft).toBeNull();
  expect(design.document).toEqual(ink('#111111'));
  design.undo();
  await design.flush();
  expect(server.draft).toMatchObject({ tokens: ink('#222222') });
});

it('keeps a change that the server refuses nowhere, where it was only tried', async () => {
  const design = await openDesign(true);
  design.change(ink('#222222'));
  design.change(ink('#333333'));
  design.undo();
  await design.flush();
  const faults = await design.attempt(ink('thick'));
  expect(faults).toEqual([{ path: 'color.ink', theme: null, message: 'must be a colour' }]);
  expect(design.document).toEqual(ink('#222222'));
  await design.flush();
  expect(saving(design)).toBe('saved');
  expect(server.draft?.tokens).toEqual(ink('#222222'));
  design.redo();
  expect(design.document).toEqual(ink('#333333'));
  design.redo();
  expect(design.document).toEqual(ink('#333333'));
  expect(await design.attempt(ink('#444444'))).toEqual([]);
  expect(server.draft?.tokens).toEqual(ink('#444444'));
});
