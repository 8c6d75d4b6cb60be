import type { EditorScreen } from '../screens/editor-screen.ts';
import type { Seeded } from './seeded.ts';

type Action = () => Promise<unknown>;

// Neither loads anything from elsewhere, nor is so large that the pointer finds nothing else.
const components = ['heading', 'text', 'button', 'card', 'section', 'grid', 'list', 'quote', 'flex', 'container', 'stats', 'tabs', 'accordion', 'table', 'form', 'badge'] as const;
const words = ['Alpha', 'beta gamma', 'Ärger & <Größe>', '“quoted”', 'x', 'a longer run of words that wraps'] as const;
const styleValues = [
  ['Text color', 'red'],
  ['Text color', '#123456'],
  ['Background', 'teal'],
  ['Width', '50%'],
  ['Gap', '7px'],
  ['Align', 'center'],
  ['Corners', '9px'],
  ['Opacity', '0.75'],
  ['At least high', ''],
] as const;

// What a text field must not get at random: the browser would ask for it, and rightly say that there is no such thing.
const addresses = /address|link|image|picture|file|video|source|url|background/i;

/** Somebody who does anything that an author can do, without a plan: mostly by the keyboard, which is fast, now and then with the mouse. */
export class RandomAuthor {
  /** What was done last, for whoever has to find out why. */
  readonly done: string[] = [];

  constructor(
    private readonly screen: EditorScreen,
    private readonly random: Seeded,
  ) {}

  private readonly actions: readonly (readonly [weight: number, name: string, action: Action])[] = [
    [18, 'walk', () => this.walk()],
    [6, 'choose with the mouse', () => this.chooseSomething()],
    [3, 'choose one more', () => this.chooseOneMore()],
    [2, 'choose all beside', () => this.press('ControlOrMeta+A')],
    [6, 'insert', () => this.insert()],
    [5, 'duplicate', () => this.press('ControlOrMeta+D')],
    [8, 'move up or down', () => this.press(this.random.oneOf(['Alt+ArrowUp', 'Alt+ArrowDown']))],
    [5, 'move in or out', () => this.press(this.random.oneOf(['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown']))],
    [3, 'copy', () => this.press(this.random.oneOf(['ControlOrMeta+C', 'ControlOrMeta+X']))],
    [3, 'paste', () => this.press('ControlOrMeta+V')],
    [2, 'copy the style', () => this.press('ControlOrMeta+Alt+C')],
    [2, 'paste the style', () => this.press('ControlOrMeta+Alt+V')],
    [5, 'delete', () => this.press('Delete')],
    [2, 'wrap', () => this.wrap()],
    [2, 'unwrap', () => this.press('ControlOrMeta+Shift+G')],
    [3, 'hide or show', () => this.press('ControlOrMeta+Shift+H')],
    [2, 'lock or unlock', () => this.lock()],
    [8, 'undo', () => this.repeat('ControlOrMeta+Z')],
    [6, 'redo', () => this.repeat('ControlOrMeta+Shift+Z')],
    [3, 'another breakpoint', () => this.press(this.random.oneOf(['1', '2', '3']))],
    [3, 'rename', () => this.rename()],
    [3, 'type in place', () => this.typeInPlace()],
    [3, 'set a prop', () => this.setProp()],
    [3, 'set a style', () => this.setStyle()],
    [2, 'drag', () => this.drag()],
    [1, 'drag in', () => this.dragIn()],
  ];

  private get page() {
    return this.screen.page;
  }

  /** Does that many things, or, on a slow machine, as many as there is time for. `between` comes before each of them. */
  async actFor({ actions, seconds }: { actions: number; seconds: number }, between: (action: number) => Promise<void> = async () => {}): Promise<void> {
    const end = performance.now() + seconds * 1000;
    for (let action = 0; action < actions && performance.now() < end; action += 1) {
      await between(action);
      await this.act();
    }
  }

  /** Does one thing, or, on a page that has become too small or too large, what mends that. */
  private async act(): Promise<void> {
    await this.leaveDialogs();
    const count = this.done.length % 8 === 0 ? (await this.nodes()).length : null;
    const [name, action] =
      count === 0
        ? (['insert', () => this.insert()] as const)
        : count !== null && count > 120
          ? (['delete much', () => this.deleteMuch()] as const)
          : this.random.weighted(this.actions.map(([weight, ...rest]) => [weight, rest] as const));
    this.done.push(name);
    await action();
  }

  /** A dialog may open only after the keys that were for it. */
  private async leaveDialogs(): Promise<void> {
    const dialogs = this.page.getByRole('dialog');
    for (let presses = 0; presses < 5 && (await dialogs.count()) > 0; presses += 1) {
      await this.press('Escape');
      await dialogs.first().waitFor({ state: 'detached', timeout: 1000 }).catch(() => undefined);
    }
  }

  private async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  private async repeat(keys: string): Promise<void> {
    for (let times = 1 + this.random.below(4); times > 0; times -= 1) await this.press(keys);
  }

  private async walk(): Promise<void> {
    await this.press(this.random.oneOf(['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft']));
  }

  /** The ids of what the canvas shows; of those with a text to write in only, where that is asked. */
  private async nodes(isEditable = false): Promise<readonly string[]> {
    return (await this.screen.frame()).evaluate(
      (isEditable) =>
        [...document.querySelectorAll<HTMLElement>('main [data-node]')]
          .filter((node) => node.checkVisibility() && (!isEditable || node.matches('[data-edit]') || node.querySelector('[data-edit]') !== null))
          .map((node) => node.dataset.node ?? ''),
      isEditable,
    );
  }

  private async someNode(isEditable = false): Promise<string | null> {
    const nodes = await this.nodes(isEditable);
    return nodes.length === 0 ? null : `[data-node="${this.random.oneOf(nodes)}"]`;
  }

  private async chooseSomething(): Promise<void> {
    const on = await this.someNode();
    if (on !== null) await this.screen.click({ on, x: this.random.next(), y: this.random.next() });
  }

  private async chooseOneMore(): Promise<void> {
    await this.page.keyboard.down('Shift');
    await this.chooseSomething();
    await this.page.keyboard.up('Shift');
  }

  /** Opens a tab of a panel; gives whether there is one. */
  private async openTab(name: string): Promise<boolean> {
    const tab = this.page.getByRole('tab', { name, exact: true });
    const state = (await tab.count()) === 0 ? null : await tab.getAttribute('aria-selected');
    if (state === 'false') await tab.click();
    return state !== null;
  }

  private async insert(): Promise<void> {
    await this.openTab('Components');
    await this.screen.sidebarItem(this.random.oneOf(components)).click();
  }

  private async wrap(): Promise<void> {
    await this.press('ControlOrMeta+G');
    await this.page.keyboard.type(this.random.oneOf(['sec', 'flex', 'cont', 'gri']));
    await this.press('Enter');
    await this.press('Escape');
  }

  // What stays locked can't be changed, so that after a while nothing could.
  private async lock(): Promise<void> {
    await this.press('ControlOrMeta+Shift+L');
    await this.press('Delete');
    if (this.random.below(5) > 0) await this.press('ControlOrMeta+Shift+L');
  }

  private async deleteMuch(): Promise<void> {
    await this.chooseSomething();
    for (let step = 0; step < 3; step += 1) await this.press('ArrowLeft');
    await this.press('ArrowDown');
    await this.press('Delete');
    await this.press('Delete');
  }

  private async rename(): Promise<void> {
    await this.press('F2');
    if ((await this.page.locator('[role="treeitem"] input').count()) === 0) return;
    await this.page.keyboard.type(this.random.oneOf(words));
    await this.press(this.random.oneOf(['Enter', 'Enter', 'Escape']));
  }

  private async typeInPlace(): Promise<void> {
    const node = await this.someNode(true);
    if (node === null) return;
    const { x, y } = await this.screen.pointOf({ on: `${node}[data-edit], ${node} [data-edit]` });
    await this.page.mouse.dblclick(x, y);
    if ((await this.screen.canvas.locator('[data-pagewright-editing]').count()) === 0) return;
    await this.page.keyboard.type(this.random.oneOf(words));
    if (this.random.below(3) === 0) await this.press('Enter');
    await this.press('Escape');
  }

  // Of the page itself, where nothing is selected, these tabs are not there: what it has is set in forms, and is no step to undo.
  private async setProp(): Promise<void> {
    await this.chooseSomething();
    if (!(await this.openTab('Settings'))) return;
    const fields = this.screen.panel.locator('input:enabled:not([type="color"], [type="range"], [type="checkbox"]), textarea:enabled, [role="switch"]:enabled');
    const names = await fields.evaluateAll((elements) =>
      elements.map((element) => ({
        kind: element.getAttribute('role') ?? element.getAttribute('type') ?? 'text',
        name: [element.ariaLabel, ...[...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent)].join(' '),
      })),
    );
    if (names.length === 0) return;
    const index = this.random.below(names.length);
    const { kind, name } = names[index] ?? { kind: '', name: '' };
    if (kind === 'switch') await fields.nth(index).click();
    else if (!addresses.test(name)) await fields.nth(index).fill(kind === 'number' ? String(this.random.below(5)) : this.random.oneOf(words));
    await this.leaveField();
  }

  private async setStyle(): Promise<void> {
    await this.chooseSomething();
    if (!(await this.openTab('Style'))) return;
    const [label, value] = this.random.oneOf(styleValues);
    const field = this.screen.panel.getByRole('combobox', { name: label, exact: true });
    if ((await field.count()) > 0 && (await field.isEnabled())) await field.fill(value);
    await this.leaveField();
  }

  // In a field most keys are the field's own.
  private async leaveField(): Promise<void> {
    if (this.random.below(4) > 0) await this.chooseSomething();
  }

  /** Leaves whatever is open, and selects nothing, so that keys are the editor's. */
  async comeToRest(): Promise<void> {
    await this.leaveDialogs();
    for (let opened = 0; opened < 3; opened += 1) await this.press('Escape');
    await this.page.getByRole('navigation', { name: 'Where the selection stands' }).getByRole('button', { name: 'Page', exact: true }).click();
  }

  private async drag(): Promise<void> {
    const [from, to] = [await this.someNode(), await this.someNode()];
    if (from === null || to === null) return;
    const start = await this.screen.pointOf({ on: from });
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + 9, start.y + 9);
    await this.dropOn(to);
  }

  private async dragIn(): Promise<void> {
    await this.openTab('Components');
    const to = (await this.someNode()) ?? 'main';
    await this.screen.sidebarItem(this.random.oneOf(components)).hover();
    await this.page.mouse.down();
    await this.dropOn(to);
  }

  private async dropOn(node: string): Promise<void> {
    const { x, y } = await this.screen.pointOf({ on: node, y: this.random.next() });
    await this.page.mouse.move(x, y, { steps: 3 });
    if (this.random.below(5) === 0) await this.press('Escape');
    await this.page.mouse.up();
  }
}
