// The people in a room: all of them listen, some of them write.
import { setTimeout as sleep } from 'node:timers/promises';

import { WebSocketClient } from './web-socket.mjs';

const dash = '-'.charCodeAt(0);
const quote = '"'.charCodeAt(0);

export class Crowd {
  sent = 0;
  acknowledged = 0;
  delivered = 0;
  #members = [];
  #sentAt = [];
  #fault = null;
  #onAcknowledgement = () => {};
  #onDelivery = () => {};

  constructor(port, protocol, writableNodes) {
    Object.assign(this, { port, protocol, writableNodes });
  }

  async join(count) {
    while (this.#members.length < count) this.#members.push(await this.#enter(this.#members.length));
  }

  async #enter(client) {
    const { greeting, path } = this.protocol;
    let heard = null;
    const member = await WebSocketClient.open(this.port, path, {
      onText: (bytes, start, end) => {
        if (heard?.answer(bytes, start)) heard.resolve();
        else this.#hear(client, bytes, start, end);
      },
      onEnd: (reason) => (this.#fault ??= new Error(`client ${client}: ${reason}`)),
    });
    for (const { send, answer } of greeting) {
      const answered = new Promise((resolve) => (heard = { answer, resolve }));
      member.send(send(client));
      await Promise.race([answered, sleep(10_000, undefined, { ref: false }).then(() => Promise.reject(this.#fault ?? new Error(`client ${client} was not let in`)))]);
      heard = null;
    }
    return member;
  }

  #hear(client, bytes, start, end) {
    if (this.protocol.isEdit(bytes, start)) {
      this.delivered++;
      this.#onDelivery(bytes, start);
    } else if (this.protocol.isAcknowledgement(bytes, start)) {
      this.acknowledged++;
      this.#onAcknowledgement(client);
    } else {
      const answer = this.protocol.answerTo?.(bytes, start, end) ?? null;
      if (answer) this.#members[client].send(answer);
      if (answer === null) this.#fault ??= new Error(`unexpected: ${bytes.toString('utf8', start, Math.min(end, start + 300))}`);
    }
  }

  #write(client) {
    const number = this.sent++;
    this.#sentAt[number] = performance.now();
    const node = this.writableNodes[client % this.writableNodes.length];
    this.#members[client].send(this.protocol.edit({ client, number, node, value: `Morning at the clinic, written ${number}` }));
  }

  // The number of the edit whose text begins at `start`.
  #numberAt(bytes, start) {
    let at = start + this.protocol.idAt;
    while (bytes[at] !== dash) at++;
    let number = 0;
    while (bytes[++at] !== quote) number = number * 10 + bytes[at] - 48;
    return number;
  }

  // Everything written was acknowledged and has reached everybody else. Waits for what is on its way.
  async #settle() {
    const everything = () => this.acknowledged === this.sent && this.delivered === this.sent * (this.#members.length - 1);
    for (let waited = 0; waited < 10_000 && !everything() && !this.#fault; waited += 20) await sleep(20);
    if (this.#fault) throw this.#fault;
    if (!everything()) throw new Error(`of ${this.sent} edits ${this.acknowledged} were acknowledged and ${this.delivered} deliveries made`);
  }

  // Messages a second that arrive while each of `writers` always has `window` edits on their way.
  async flatOut({ writers, window, seconds }) {
    this.#onAcknowledgement = (client) => this.#write(client);
    for (let i = 0; i < writers * window; i++) this.#write(i % writers);
    await sleep(1000);
    const [before, from] = [this.delivered, performance.now()];
    await sleep(seconds * 1000);
    const rate = (this.delivered - before) / ((performance.now() - from) / 1000);
    this.#onAcknowledgement = () => {};
    await this.#settle();
    return rate;
  }

  // Milliseconds from an edit's writing to its arrival, of every arrival, while `writers` together write `rate` edits a second.
  async latencies({ writers, rate, seconds }) {
    const first = this.sent + rate; // the first second is for warming up
    const last = first + rate * seconds;
    const seen = new Float64Array(rate * seconds * this.#members.length);
    let count = 0;
    this.#onDelivery = (bytes, start) => {
      const number = this.#numberAt(bytes, start);
      if (number >= first) seen[count++] = performance.now() - this.#sentAt[number];
    };
    const started = performance.now();
    for (let written = 0; this.sent < last; ) {
      while (this.sent < last && written <= ((performance.now() - started) * rate) / 1000) this.#write(written++ % writers);
      await sleep(1);
    }
    await this.#settle();
    this.#onDelivery = () => {};
    return seen.subarray(0, count).sort();
  }

  leave() {
    for (const member of this.#members) member.end();
  }
}
