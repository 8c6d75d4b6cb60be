// Our own editor, by mouse and keyboard.
import { headingText } from '../page.mjs';
import { Subject } from './subject.mjs';

const titles = { section: 'Section', heading: 'Heading' };

export class PagewrightEditor extends Subject {
  readySelector = 'body:has([data-save-state="saved"]):has([aria-label="Properties"] > *):has([aria-label="Sidebar"])';
  hasProcessOfContent = true;

  static async create(context, editorPage, { pagewright }) {
    const { size, components } = editorPage;
    const { id } = await pagewright.call('POST', '/pages', { name: `${size} nodes`, structure: { components } });
    const { cookies } = await signedIn(context, pagewright);
    // What greets newcomers is not measured.
    await context.setStorageState({ cookies, origins: [{ origin: pagewright.url, localStorage: [{ name: 'pagewright.seen-tour', value: 'yes' }] }] });
    return Object.assign(new PagewrightEditor(context, editorPage), { url: `${pagewright.url}/page-builder/${id}/edit` });
  }

  selectedAs(what) {
    return { frame: this.page.mainFrame(), selector: '[aria-label="Properties"] h2', text: titles[what] };
  }

  async readyToChange() {
    await this.select('section');
    await this.page.getByLabel('Title', { exact: true }).click();
    await this.page.keyboard.press('End');
  }

  changeProp() {
    return this.page.keyboard.press('x');
  }

  async readyToInsert() {
    await this.select('heading');
  }

  insert() {
    return this.page.keyboard.press('ControlOrMeta+D');
  }

  remove() {
    return this.page.keyboard.press('Delete');
  }

  undo() {
    return this.page.keyboard.press('ControlOrMeta+Z');
  }

  async startTyping() {
    const { x, y } = await this.pointOf(headingText, { x: 0.1 });
    await this.page.mouse.dblclick(x, y);
    await this.content.locator('[data-pagewright-editing]').waitFor();
    await this.page.keyboard.press('End');
  }
}

async function signedIn(context, { url, administrator }) {
  const response = await context.request.post(`${url}/api/v1/auth/login`, { data: administrator });
  if (!response.ok()) throw new Error(`signing in answered ${response.status()}`);
  return context.storageState();
}
