// The distances around and inside of a node, as rectangles on the page.
import type { SpacingPart } from '../session/adjusting.ts';

import type { Rect } from './drop-target.ts';

export interface Band {
  part: SpacingPart;
  side: 'top' | 'right' | 'bottom' | 'left' | 'row' | 'column'; // of a gap: what lies beside it stands in a row, or in a column
  rect: Rect;
  px: number;
}

// Among more children the gaps are all the same.
const mostChildren = 60;
const least = 0.5; // pixels that can be seen

const sides = ['top', 'right', 'bottom', 'left'] as const;
type Sides = Record<(typeof sides)[number], number>;

export function bandsOf(element: HTMLElement, parts: readonly SpacingPart[]): Band[] {
  const style = getComputedStyle(element);
  const widths = (name: (side: string) => string): Sides => {
    const width = (side: string) => Number.parseFloat(style.getPropertyValue(name(side))) || 0;
    return { top: width('top'), right: width('right'), bottom: width('bottom'), left: width('left') };
  };
  const outer = element.getBoundingClientRect();
  const bands: Band[] = [];
  if (parts.includes('margin')) {
    const margin = widths((side) => `margin-${side}`);
    bands.push(...frameBands('margin', grown(outer, margin), margin));
  }
  const inner = grown(outer, negative(widths((side) => `border-${side}-width`)));
  const padding = widths((side) => `padding-${side}`);
  if (parts.includes('padding')) bands.push(...frameBands('padding', inner, padding));
  if (parts.includes('gap') && /(flex|grid)$/.test(style.display)) {
    const children = [...element.children].slice(0, mostChildren).map((child) => child.getBoundingClientRect());
    bands.push(...gapBands(children.filter(({ width, height }) => width > 0 && height > 0), grown(inner, negative(padding))));
  }
  return bands.filter(({ px }) => px > least);
}

// The four bands inside of a rectangle; the upper and the lower one go over its whole width.
export function frameBands(part: SpacingPart, { left, top, right, bottom }: Rect, widths: Sides): Band[] {
  const [upper, lower] = [top + widths.top, bottom - widths.bottom];
  const rects: Record<(typeof sides)[number], Rect> = {
    top: { left, top, right, bottom: upper },
    bottom: { left, top: lower, right, bottom },
    left: { left, top: upper, right: left + widths.left, bottom: lower },
    right: { left: right - widths.right, top: upper, right, bottom: lower },
  };
  return sides.map((side) => ({ part, side, rect: rects[side], px: widths[side] }));
}

// What lies between children that follow one another, beside each other or in the next line. A gap between two lines is one band, however many
// stand in them.
export function gapBands(children: readonly Rect[], content: Rect): Band[] {
  const bands: Band[] = [];
  let lineEnd = -Infinity;
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    lineEnd = Math.max(lineEnd, child.bottom);
    if (!next) continue;
    if (next.left >= child.right - least && next.top < child.bottom) {
      const rect = { left: child.right, top: Math.min(child.top, next.top), right: next.left, bottom: Math.max(child.bottom, next.bottom) };
      bands.push({ part: 'gap', side: 'row', rect, px: rect.right - rect.left });
    } else if (next.top >= lineEnd - least) {
      const rect = { left: content.left, top: lineEnd, right: content.right, bottom: next.top };
      bands.push({ part: 'gap', side: 'column', rect, px: rect.bottom - rect.top });
      lineEnd = -Infinity;
    }
  }
  return bands;
}

function grown({ left, top, right, bottom }: Rect, by: Sides): Rect {
  return { left: left - by.left, top: top - by.top, right: right + by.right, bottom: bottom + by.bottom };
}

function negative({ top, right, bottom, left }: Sides): Sides {
  return { top: -top, right: -right, bottom: -bottom, left: -left };
}
