// A page as an editor has it: the very engine of the editor, WebAssembly, with what this person has not had acknowledged yet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { instantiate } from '../../tools/engine-in-node.mjs';

const context = { name: 'Load', description: '', canonicalUrl: 'https://example.org/load', siteName: 'Load' };

// The engine said no: somebody else has removed the node meanwhile, for instance. Nothing was changed.
export class Refusal extends Error {}

// What all replicas of a server's pages are made with.
export async function engineParts(root, server) {
  const { items } = await server.call('GET', '/components');
  const { tokens, baseCss } = await server.call('GET', '/design-tokens');
  const components = items.map(({ definition, template, style, partials }) => ({ definition, template, style, ...(partials ? { partials } : {}) }));
  return { bytes: readFileSync(join(root, 'build/wasm/bin/engine.wasm')), library: { components, tokens, baseCss } };
}

export class Replica {
  #engine;

  static async open({ bytes, library }, document) {
    const replica = new Replica();
    replica.#engine = await instantiate(bytes);
    replica.#call('load_library', library);
    replica.#call('open', { document, context, compact: true });
    return replica;
  }

  #call(name, request) {
    const answer = this.#engine.call({ call: name, ...request });
    if (!answer.ok) throw new Refusal(`${name}: ${answer.error?.message ?? JSON.stringify(answer.diagnostics)}`);
    return answer;
  }

  // Gives the transaction to send; throws Refusal where the page does not allow it.
  apply(transaction) {
    return this.#call('apply', { transaction }).transaction;
  }

  undo(id) {
    return this.#call('undo', { id }).transaction;
  }

  receive({ id, label, operations }) {
    this.#call('receive', { transaction: { id, label, operations } });
  }

  acknowledge({ id, operations }) {
    this.#call('acknowledge', operations ? { id, operations } : { id });
  }

  refuse(id) {
    this.#call('refuse', { id });
  }

  pending() {
    return this.#call('pending', {}).transactions.length;
  }

  document() {
    return this.#call('document', {}).document;
  }
}
