// A peer in an application of its own (bench/editor/peers), told what to do through what it offers to applications: `globalThis.peer` there.
import { headingText } from '../page.mjs';
import { Subject } from './subject.mjs';

export class PeerEditor extends Subject {
  readySelector = '[data-peer-ready]';
  hasProcessOfContent = false;

  static async create(key, context, editorPage, { files }) {
    const peer = new PeerEditor(context, editorPage);
    return Object.assign(peer, { key, url: `${files.url}/${key}/index.html?size=${editorPage.size}` });
  }

  // Notes when it began, as the listeners for keys do.
  #tell(verb, ...rest) {
    return this.page.evaluate(
      ([name, given]) => {
        globalThis.benchInput = performance.timeOrigin + performance.now();
        globalThis.peer[name](...given);
      },
      [verb, rest],
    );
  }

  // Every application says on its root what is selected.
  selectedAs(what) {
    return { frame: this.page.mainFrame(), selector: '[data-peer-selected]', text: what };
  }

  async whenDropped(selector) {
    const counter = this.page.locator('[data-peer-dropped]');
    if ((await counter.count()) === 0) return super.whenDropped(selector);
    return { frame: this.page.mainFrame(), selector: '[data-peer-dropped]', notText: await counter.textContent() };
  }

  async readyToChange() {
    await this.#tell('select', 'section');
    this.changes = 0;
  }

  changeProp() {
    this.changes++;
    return this.#tell('changeTitle', `Changed ${'x'.repeat(this.changes)}`);
  }

  async readyToInsert() {
    await this.#tell('select', 'heading');
  }

  insert() {
    return this.#tell('insert');
  }

  remove() {
    return this.#tell('remove');
  }

  undo() {
    return this.#tell('undo');
  }

  async startTyping() {
    await this.#tell('select', 'heading');
    const { x, y } = await this.pointOf(headingText, { x: 0.1 });
    await this.page.mouse.dblclick(x, y);
    await this.page.keyboard.press('End');
  }
}
