// The page scrolls by itself while something is dragged near its upper or lower edge.
import type { Point } from './drop-target.ts';

const scrollZone = 56;
const fastestScroll = 22; // pixels a frame

// Pixels a frame, faster towards the edge.
export function scrollSpeed({ y }: Point): number {
  if (y < 0 || y > innerHeight) return 0;
  if (y < scrollZone) return -Math.ceil(((scrollZone - y) / scrollZone) * fastestScroll);
  const below = y - (innerHeight - scrollZone);
  return below > 0 ? Math.ceil((below / scrollZone) * fastestScroll) : 0;
}

// Gives whether there was anything left to scroll.
export function scrollPage(distance: number): boolean {
  const before = scrollY;
  scrollBy({ top: distance, behavior: 'instant' });
  return scrollY !== before;
}
