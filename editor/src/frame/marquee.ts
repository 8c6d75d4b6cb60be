// Selecting by drawing a rectangle over the page: what it touches, on the level of the page on which it lies.
import { BoxesInRect } from './boxes-in-rect.ts';
import type { Point, Rect } from './drop-target.ts';
import { rectOf } from './measure.ts';
import { idOf, type NodeIndex } from './node-index.ts';
import { scrollSpeed, scrollPage } from './scrolling.ts';
import { slotChildren } from './slots.ts';

export class Marquee {
  private readonly index: NodeIndex;
  private readonly onChange: (area: Rect, ids: readonly string[]) => void;
  private readonly start: Point; // on the page, as all of its rectangles: scrolling leaves them where they are
  private readonly levels = new Map<string | null, BoxesInRect>(); // measured once, as far as they are looked into
  private readonly kept: readonly string[];
  private point: Point;
  private frame = 0;
  private ids: readonly string[] = [];

  // `at` is in the frame's pixels; `onChange` gets the rectangle in them. `kept` stays selected beside what is touched.
  constructor(at: Point, index: NodeIndex, kept: readonly string[], onChange: (area: Rect, ids: readonly string[]) => void) {
    this.index = index;
    this.kept = kept;
    this.ids = kept;
    this.onChange = onChange;
    this.point = at;
    this.start = { x: at.x + scrollX, y: at.y + scrollY };
  }

  move(x: number, y: number): void {
    this.point = { x, y };
    this.frame ||= requestAnimationFrame(this.step);
  }

  end(): readonly string[] {
    cancelAnimationFrame(this.frame);
    this.draw();
    return this.ids;
  }

  private readonly step = (): void => {
    this.frame = 0;
    this.draw();
    const speed = scrollSpeed(this.point);
    if (speed !== 0 && scrollPage(speed)) this.frame = requestAnimationFrame(this.step);
  };

  private draw(): void {
    const [x, y] = [this.point.x + scrollX, this.point.y + scrollY];
    const area = {
      left: Math.min(x, this.start.x),
      top: Math.min(y, this.start.y),
      right: Math.max(x, this.start.x),
      bottom: Math.max(y, this.start.y),
    };
    const touched = this.touched(null, area);
    this.ids = this.kept.length === 0 ? touched : touched.reduce((ids, id) => (ids.includes(id) ? ids : this.index.toggled(ids, id)), this.kept);
    this.onChange(moved(area, -scrollX, -scrollY), this.ids);
  }

  // Inside of a node that holds the whole rectangle, what it touches there; a node without such parts is touched itself.
  private touched(owner: string | null, area: Rect): readonly string[] {
    const boxes = this.level(owner).touchedBy(area);
    const [only] = boxes;
    if (boxes.length !== 1 || !only || !holds(only.rect, area)) return boxes.map(({ id }) => id);
    const inside = this.touched(only.id, area);
    return inside.length > 0 ? inside : this.level(only.id).isEmpty() ? [only.id] : [];
  }

  private level(owner: string | null): BoxesInRect {
    let level = this.levels.get(owner);
    if (!level) {
      const element = this.index.owner(owner);
      const children = element ? [...this.index.slotsOf(element).values()].flatMap(slotChildren) : [];
      level = new BoxesInRect(children.map((child) => ({ id: idOf(child), rect: moved(rectOf(child), scrollX, scrollY) })));
      this.levels.set(owner, level);
    }
    return level;
  }
}

function holds(outer: Rect, inner: Rect): boolean {
  return outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;
}

function moved({ left, top, right, bottom }: Rect, x: number, y: number): Rect {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}
