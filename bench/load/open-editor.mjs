// An editor that has a page open: what it hears in order, and, of those who write, a replica that is kept up to date as the editor's is.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { WebSocketClient } from '../server/room/web-socket.mjs';

export class OpenEditor {
  heard = 0; // transactions of others
  refused = 0;
  acknowledged = 0;
  sent = 0;
  document = null; // that it was welcomed with
  transactions = []; // of others and, at their place, its own, where `keeps` says so
  fault = null;
  #socket;
  #ending = false;
  #pieces = [];

  // `onTransaction(id, at)` is told of every transaction that arrives, and of its own when they are acknowledged.
  constructor({ server, token, pageId, name, keeps, onTransaction }) {
    Object.assign(this, { server, token, pageId, name, keeps, onTransaction });
    this.order = createHash('sha256'); // of all that the page went through, as this editor learned it
    this.sentOperations = new Map();
  }

  async open() {
    const welcomed = new Promise((resolve) => (this.onWelcome = resolve));
    this.#socket = await WebSocketClient.open(this.server.port, '/api/v1/collaboration', {
      onText: (bytes, start, end, isLast) => {
        this.#pieces = [];
        this.#gather(bytes, start, end, isLast);
      },
      onEnd: (reason) => {
        if (!this.#ending) this.fault ??= new Error(`${this.name}: ${reason}`);
      },
    });
    this.#socket.onMore = (bytes, start, end, isLast) => this.#gather(bytes, start, end, isLast);
    this.#socket.send(JSON.stringify({ type: 'hello', accessToken: this.token, pageId: this.pageId, clientId: this.name, since: null }));
    const isIn = await Promise.race([welcomed.then(() => true), sleep(20_000, false, { ref: false })]);
    if (!isIn) throw this.fault ?? new Error(`${this.name} was not let in`);
  }

  useReplica(replica) {
    this.replica = replica;
  }

  submit(transaction) {
    this.sent++;
    this.sentOperations.set(transaction.id, transaction);
    this.#socket.send(JSON.stringify({ type: 'submit', transaction }));
  }

  leave() {
    this.#ending = true;
    this.#socket.end();
  }

  // Long texts come in several frames.
  #gather(bytes, start, end, isLast) {
    if (isLast && this.#pieces.length === 0) return this.#hear(bytes.toString('utf8', start, end));
    this.#pieces.push(Buffer.from(bytes.subarray(start, end)));
    if (isLast) this.#hear(Buffer.concat(this.#pieces.splice(0)).toString());
    return undefined;
  }

  #learn(id, sequence, operations, label) {
    this.order.update(`${sequence} ${id} ${JSON.stringify(operations)}\n`);
    if (this.keeps) this.transactions.push({ id, label, operations });
  }

  #hear(text) {
    const message = JSON.parse(text);
    switch (message.type) {
      case 'welcome':
        this.document = message.document;
        return this.onWelcome();
      case 'transaction':
        this.onTransaction(message.id, performance.now());
        this.heard++;
        this.#learn(message.id, message.sequence, message.operations, message.label);
        return this.replica?.receive(message);
      case 'acknowledge': {
        const sent = this.sentOperations.get(message.id);
        this.sentOperations.delete(message.id);
        this.acknowledged++;
        this.onTransaction(message.id, performance.now());
        this.#learn(message.id, message.sequence, message.operations ?? sent.operations, sent.label);
        return this.replica?.acknowledge(message);
      }
      case 'refuse':
        this.refused++;
        this.sentOperations.delete(message.id);
        return this.replica?.refuse(message.id);
      case 'page':
      case 'version':
        return undefined;
      default:
        this.fault ??= new Error(`${this.name} heard ${text.slice(0, 300)}`);
        return undefined;
    }
  }
}
