// No editor: the published page in a frame, whose elements are changed by hand. What it takes is what no editor can do without.
import { headingText, sectionTitle } from '../page.mjs';
import { Subject } from './subject.mjs';

export class BarePage extends Subject {
  readySelector = 'iframe';
  hasProcessOfContent = false;
  isWithoutEditor = true;

  static async create(context, editorPage, { files }) {
    return Object.assign(new BarePage(context, editorPage), { url: `${files.url}/bare/${editorPage.size}.html` });
  }

  // Notes when it began, as the listeners for keys do.
  #byHand(change, ...rest) {
    return this.content.evaluate(`globalThis.benchInput = performance.timeOrigin + performance.now(); (${change})(${rest.map((each) => JSON.stringify(each)).join()})`);
  }

  async readyToChange() {}

  changeProp() {
    return this.#byHand((selector) => void (document.querySelector(selector).firstChild.data += 'x'), sectionTitle);
  }

  async readyToInsert() {}

  insert() {
    return this.#byHand(() => {
      const heading = document.querySelector('.pw-heading');
      heading.after(heading.cloneNode(true));
    });
  }

  remove() {
    return this.#byHand(() => {
      globalThis.benchRemoved = document.querySelectorAll('.pw-heading')[1];
      globalThis.benchRemoved.remove();
    });
  }

  undo() {
    return this.#byHand(() => document.querySelector('.pw-heading').after(globalThis.benchRemoved));
  }

  async startTyping() {
    await this.content.evaluate((selector) => {
      document.querySelector(selector).contentEditable = 'plaintext-only';
    }, headingText);
    await this.click(headingText);
    await this.page.keyboard.press('End');
  }

  async endTyping() {}
}
