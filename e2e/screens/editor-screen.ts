import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';

export interface Point {
  x: number;
  y: number;
}

/** A place on an element of the canvas, as parts of its width and height: 0 is its start, 1 its end. */
export interface CanvasPlace extends Partial<Point> {
  on: string;
}

/** The edit screen, by what a person sees and does there. */
export class EditorScreen {
  readonly canvas: FrameLocator;

  constructor(readonly page: Page) {
    this.canvas = page.frameLocator('iframe[title="Page"]');
  }

  static async open(page: Page, serverUrl: string, pageId: string): Promise<EditorScreen> {
    const screen = new EditorScreen(page);
    await page.goto(`${serverUrl}/page-builder/${pageId}/edit`);
    await screen.untilOpen();
    return screen;
  }

  async untilOpen(): Promise<void> {
    await expect(this.page.getByText('Opening the page…')).toHaveCount(0, { timeout: 20_000 });
    await expect(this.canvas.locator('main')).toBeAttached();
    await this.untilSaved();
    await expect(this.page.locator('[data-tour="properties"] > *').first()).toBeAttached();
  }

  /** What the panels ask the server for has come: from now on it may be out of reach. */
  async untilQuiet(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
  }

  get saveState(): Locator {
    return this.page.locator('[data-save-state]');
  }

  async untilSaved(): Promise<void> {
    await expect(this.saveState).toHaveText('Saved', { timeout: 20_000 });
  }

  async frame(): Promise<Frame> {
    const frame = await (await this.page.locator('iframe[title="Page"]').elementHandle())?.contentFrame();
    if (!frame) throw new Error('the canvas has no frame');
    return frame;
  }

  /** Where a place of the canvas is in the window. The place is scrolled to the middle of the canvas as far as the page allows. */
  async pointOf({ on, x = 0.5, y = 0.5 }: CanvasPlace, isScrolling = true): Promise<Point> {
    const frame = await this.frame();
    const inside = await frame.locator(on).first().evaluate(
      (element, [x, y, isScrolling]) => {
        const at = (): { x: number; y: number } => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const within = (part: number, length: number): number => Math.min(Math.max(part * length, 2), length - 2);
          return { x: left + within(x, width), y: top + within(y, height) };
        };
        if (isScrolling) scrollBy({ top: at().y - innerHeight / 2, behavior: 'instant' });
        return at();
      },
      [x, y, isScrolling] as const,
    );
    const iframe = await this.page.locator('iframe[title="Page"]').evaluate((element) => {
      const { left, top, width } = element.getBoundingClientRect();
      return { left, top, scale: width / element.clientWidth };
    });
    return { x: iframe.left + inside.x * iframe.scale, y: iframe.top + inside.y * iframe.scale };
  }

  private async dropAt(place: CanvasPlace): Promise<void> {
    await this.carryTo(place, ({ x, y }) => this.page.mouse.move(x, y, { steps: 8 }));
    await this.page.mouse.up();
  }

  /** Moves what is pressed to a place of the canvas. Slots that open underneath shift the page, so the place is looked up again. */
  async carryTo(place: CanvasPlace, move: (to: Point) => Promise<void>): Promise<void> {
    for (let look = 0; look < 2; look += 1) {
      await move(await this.pointOf(place));
      await this.untilPainted();
    }
    await move(await this.pointOf(place, false));
  }

  /** Two frames of the canvas: what the mouse did before has been answered by then. */
  async untilPainted(): Promise<void> {
    await (await this.frame()).evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  }

  sidebarItem(component: string): Locator {
    return this.page.locator(`[data-component="${component}"]`);
  }

  /** Drags a component from the sidebar and waits until the canvas shows one more of it. */
  async dragIn(component: string, place: CanvasPlace): Promise<void> {
    const shown = this.canvas.locator(`.pw-${component}`);
    const before = await shown.count();
    const item = this.sidebarItem(component);
    await item.scrollIntoViewIfNeeded();
    await item.hover();
    await this.page.mouse.down();
    await this.dropAt(place);
    await expect.poll(() => shown.count(), { message: `a ${component} at ${JSON.stringify(place)}` }).toBeGreaterThan(before);
    // What is new is selected, and the canvas scrolls to it.
    await expect(this.panel.getByRole('heading', { level: 2 })).toHaveText((await item.innerText()).trim());
    await this.untilPainted();
  }

  /** Drags what stands at one place of the canvas to another. */
  async move(from: CanvasPlace, to: CanvasPlace): Promise<void> {
    const { x, y } = await this.pointOf(from);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + 12, y + 12, { steps: 3 });
    await this.dropAt(to);
    await this.untilPainted();
  }

  async click(place: CanvasPlace): Promise<void> {
    const { x, y } = await this.pointOf(place);
    await this.page.mouse.click(x, y);
  }

  /** Selects the node of this component's own element, by its name in the panel. */
  async select(place: CanvasPlace, label: string): Promise<void> {
    await this.click(place);
    await expect(this.panel.getByRole('heading', { level: 2 })).toHaveText(label);
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Properties' });
  }

  /** Replaces a text where it stands. */
  async retype(place: CanvasPlace, text: string): Promise<void> {
    const { x, y } = await this.pointOf(place);
    await this.page.mouse.dblclick(x, y);
    await expect(this.canvas.locator('[data-pagewright-editing]')).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Escape');
    await expect(this.canvas.locator('[data-pagewright-editing]')).toHaveCount(0);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async choose(field: string, option: string): Promise<void> {
    await this.panel.getByLabel(field, { exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
