import type { CDPSession, Page } from '@playwright/test';
import type { Point } from '../screens/editor-screen.ts';

// More than the editor waits before it takes a finger that stays for one that holds.
const holding = 520;

/** Fingers on a touch screen: the browser makes pointers, scrolling, clicks and menus of them as it does on a real one. */
export class Fingers {
  private at: readonly Point[] = [];

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(page, await page.context().newCDPSession(page));
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', at: readonly Point[]): Promise<void> {
    this.at = at;
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }, id) => ({ x, y, id, radiusX: 8, radiusY: 8, force: 1 })) });
  }

  async down(...at: Point[]): Promise<void> {
    await this.send('touchStart', at);
  }

  async up(): Promise<void> {
    await this.send('touchEnd', []);
  }

  /** What a call that comes in, or the edge of the hand, does to a touch. */
  async cancel(): Promise<void> {
    await this.send('touchCancel', []);
  }

  async tap(at: Point): Promise<void> {
    await this.down(at);
    await this.up();
  }

  /** Puts a finger down and stays until the editor takes that for holding. */
  async hold(at: Point): Promise<void> {
    await this.down(at);
    await this.page.waitForTimeout(holding);
  }

  /** Moves the fingers that are down, each to a place of its own. */
  async slideTo(...to: Point[]): Promise<void> {
    const from = this.at;
    const steps = 8;
    for (let step = 1; step <= steps; step += 1) {
      const between = (start: number, end: number): number => start + ((end - start) * step) / steps;
      await this.send('touchMove', from.map(({ x, y }, finger) => ({ x: between(x, to[finger]?.x ?? x), y: between(y, to[finger]?.y ?? y) })));
      await this.page.waitForTimeout(16);
    }
  }

  async swipe(from: Point, to: Point): Promise<void> {
    await this.down(from);
    await this.slideTo(to);
    await this.up();
  }

  /** Two fingers around a place, from one distance to another. */
  async pinch({ x, y }: Point, from: number, to: number): Promise<void> {
    const around = (distance: number): [Point, Point] => [{ x: x - distance / 2, y }, { x: x + distance / 2, y }];
    await this.down(...around(from));
    await this.slideTo(...around(to));
    await this.up();
  }
}
