// Which of many boxes a rectangle touches, found without looking at all of them.
import type { Rect } from './drop-target.ts';

export interface Box {
  id: string;
  rect: Rect;
}

export class BoxesInRect {
  private readonly boxes: readonly Box[]; // by their upper edge
  private readonly lowest: readonly number[]; // the lowest lower edge of all boxes up to each

  constructor(boxes: readonly Box[]) {
    this.boxes = [...boxes].sort((a, b) => a.rect.top - b.rect.top);
    let lowest = -Infinity;
    this.lowest = this.boxes.map(({ rect }) => (lowest = Math.max(lowest, rect.bottom)));
  }

  isEmpty(): boolean {
    return this.boxes.length === 0;
  }

  touchedBy(area: Rect): Box[] {
    const first = firstWhere(this.boxes.length, (index) => (this.lowest[index] ?? 0) > area.top);
    const end = firstWhere(this.boxes.length, (index) => (this.boxes[index]?.rect.top ?? 0) >= area.bottom);
    return this.boxes.slice(first, end).filter(({ rect }) => rect.bottom > area.top && rect.left < area.right && rect.right > area.left);
  }
}

// The first index at which something holds that holds from there on; `count` where it never does.
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
