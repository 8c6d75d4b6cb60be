// What all that are measured have in common: a page in a browser of its own, where the shell and the frame that shows the page may have a process each.
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { MainThread } from '../../measuring/main-thread.mjs';
import { watchInput, watchOpening } from '../in-page.mjs';
import { headingText, sectionTitle } from '../page.mjs';

// A wait that ends: `what` names it in the error.
export async function within(milliseconds, what, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

// Who derives from it says `url` and `readySelector` (in the shell: it can be worked with), and does changeProp, insert, remove, undo and startTyping;
// `selectedAs(what)` is what the shell or the content shows after select.
export class Subject {
  threads = [];
  openLimit = 20_000;

  constructor(context, editorPage) {
    Object.assign(this, { context, editorPage });
  }

  async enter() {
    this.page = await this.context.newPage();
    await this.context.addInitScript(watchOpening, { buttons: this.editorPage.buttons, readySelector: this.readySelector });
  }

  // Milliseconds from going to the address to the page painted whole, with the shell ready around it.
  async open() {
    for (const frame of this.page.frames()) await frame.evaluate(() => (globalThis.benchStopped = true));
    return within(this.openLimit, 'opening', this.#open());
  }

  async #open() {
    await this.page.goto(this.url, { waitUntil: 'commit', timeout: this.openLimit });
    const started = await this.page.evaluate('performance.timeOrigin');
    let opened = null;
    while (opened === null && !this.page.isClosed()) {
      await sleep(100);
      opened = await this.#openedAt();
    }
    for (const frame of this.page.frames()) await frame.evaluate(() => (globalThis.benchStopped = true));
    this.content = await this.#frameWithPage();
    for (const frame of [this.page.mainFrame(), this.content]) await frame.evaluate(watchInput);
    this.threads = [await MainThread.of(this.context, this.page)];
    if (this.hasProcessOfContent) this.threads.push(await MainThread.of(this.context, this.content));
    return opened - started;
  }

  // Once the shell is ready and a frame has seen the page whole: when that was.
  async #openedAt() {
    const seen = await Promise.all(this.page.frames().map((frame) => frame.evaluate('[globalThis.benchReady, globalThis.benchWhole]').catch(() => []))); // of a frame that is just being replaced
    const [[ready]] = seen;
    const whole = seen.map(([, at]) => at).find((at) => at);
    return ready && whole ? Math.max(ready, whole) : null;
  }

  async #frameWithPage() {
    for (const frame of this.page.frames()) {
      const count = await frame.evaluate(() => document.getElementsByClassName('pw-button').length);
      if (count >= this.editorPage.buttons) return frame;
    }
    throw new Error('no frame shows the page');
  }

  // The last key, press or call.
  async inputAt() {
    const inputs = await Promise.all([this.page.mainFrame(), this.content].map((frame) => frame.evaluate('globalThis.benchInput ?? 0')));
    return Math.max(...inputs);
  }

  // In the content, in pixels of the window, which a frame may show smaller than it is. It is scrolled to the middle as far as the page allows.
  async pointOf(selector, { x = 0.5, y = 0.5, isScrolling = true } = {}) {
    const inside = await this.content.evaluate(
      ([first, across, down, mayScroll]) => {
        const element = document.querySelector(first);
        if (mayScroll) element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width * across, y: top + height * down };
      },
      [selector, x, y, isScrolling],
    );
    if (this.content === this.page.mainFrame()) return inside;
    const frame = await (await this.content.frameElement()).evaluate((element) => {
      const { left, top, width } = element.getBoundingClientRect();
      return { left, top, scale: width / element.clientWidth };
    });
    return { x: frame.left + inside.x * frame.scale, y: frame.top + inside.y * frame.scale };
  }

  async click(selector, place) {
    const { x, y } = await this.pointOf(selector, place);
    await this.page.mouse.click(x, y);
  }

  async select(what) {
    await this.click(what === 'section' ? sectionTitle : headingText, { x: 0.1 });
  }

  type() {
    return this.page.keyboard.press('x');
  }

  async endTyping() {
    await this.page.keyboard.press('Escape');
  }

  textOf(selector) {
    return this.content.evaluate((first) => document.querySelector(first).textContent.trim(), selector);
  }

  // What tells that the first of its kind has been dropped elsewhere: another is the first.
  async whenDropped(selector) {
    return { selector, notText: await this.textOf(selector) };
  }

  countOf(className) {
    return this.content.evaluate((name) => document.getElementsByClassName(name).length, className);
  }

  // Counts the scripts, those inside of HTML too, and the WebAssembly that are fetched from now on.
  countScripts() {
    this.scripts = [];
    this.context.on('response', (response) => {
      const type = response.headers()['content-type'] ?? '';
      if (/javascript|wasm|html/.test(type) && response.ok()) this.scripts.push(scriptOf(response, type));
    });
  }

  // As gzip has them, whatever they were sent as.
  async scriptBytes() {
    const bodies = await Promise.all(this.scripts);
    return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  }
}

async function scriptOf(response, type) {
  const body = await response.body().catch(() => Buffer.alloc(0));
  if (!type.includes('html')) return body;
  return Buffer.from([...body.toString().matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script).join('\n'));
}
