// Which value a dragged size or distance falls into.

export interface Step {
  value: string; // as a style says it: "{space.4}", "50%", "48px"
  label: string;
  css: string; // the same as CSS
  px: number;
}

// What a size is told in, where no token is near: shares of the room there is, or multiples of some pixels.
export type Grid = { unit: '%'; of: number } | { unit: 'px'; size: number };

export interface Scale {
  tokens: readonly Step[];
  grid: Grid;
}

const shares = [...Array.from({ length: 20 }, (_, index) => (index + 1) * 5), 33.33, 66.67].sort((a, b) => a - b);

// `near`: within so many pixels of a token that it is meant. `isFree`: to the pixel, whatever is near.
export function snapped(px: number, { tokens, grid }: Scale, near: number, isFree: boolean): Step {
  if (isFree) return pixels(Math.max(0, Math.round(px)));
  const token = nearest(tokens, px);
  if (token && Math.abs(token.px - px) <= near) return token;
  return nearest(gridAround(px, grid), px) ?? pixels(Math.max(0, Math.round(px)));
}

// The next larger or smaller value that a drag could fall into; null at the end.
export function stepFrom(px: number, { tokens, grid }: Scale, direction: 1 | -1): Step | null {
  const beyond = [...tokens, ...gridAround(px, grid)].filter((step) => (step.px - px) * direction > 0.5);
  return nearest(beyond, px);
}

export function pixels(px: number): Step {
  const css = `${String(px)}px`;
  return { value: css, label: css, css, px };
}

function share(percent: number, of: number): Step {
  const css = `${String(percent)}%`;
  return { value: css, label: css, css, px: (percent / 100) * of };
}

// The values of the grid next to a size, on both sides.
function gridAround(px: number, grid: Grid): Step[] {
  if (grid.unit === '%') return grid.of > 0 ? shares.map((percent) => share(percent, grid.of)) : [];
  const middle = Math.round(px / grid.size);
  return [middle - 1, middle, middle + 1].filter((count) => count >= 0).map((count) => pixels(count * grid.size));
}

function nearest(steps: readonly Step[], px: number): Step | null {
  let found: Step | null = null;
  for (const step of steps) if (!found || Math.abs(step.px - px) < Math.abs(found.px - px)) found = step;
  return found;
}
