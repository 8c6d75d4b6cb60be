// Which colours of the tokens stand on which, and whether they can be told apart there (WCAG 2.2, 1.4.3 and 1.4.11).
import { linear } from '../../../tokens/color-spaces.ts';
import type { Rgba } from '../../../tokens/color.ts';

export interface ContrastFault {
  front: string;
  ground: string;
  theme: string | null; // null: without a theme
  ratio: number;
  least: number;
}

interface Pair {
  front: string;
  ground: string;
  least: number;
}

const leastForText = 4.5;
const leastForMarks = 3;
const grounds = ['background', 'surface', 'surface-muted', 'primary-soft'];
const texts = ['text', 'text-muted', 'primary', 'primary-hover', 'accent', 'success', 'warning', 'danger'];
const marks = ['border-strong', 'focus'];

/** The pairs that the components of the library draw, of those tokens that there are. `on-x` is text on `x` in any group. */
export function contrastPairs(paths: readonly string[]): Pair[] {
  const known = new Set(paths);
  const pairs: Pair[] = [];
  const add = (front: string, ground: string, least: number): void => {
    if (known.has(front) && known.has(ground)) pairs.push({ front, ground, least });
  };
  for (const group of ['color.', 'color.contrast.']) {
    for (const ground of grounds) {
      for (const text of texts) add(group + text, group + ground, leastForText);
      for (const mark of marks) add(group + mark, group + ground, leastForMarks);
    }
  }
  for (const path of paths) {
    const at = path.lastIndexOf('.') + 1;
    if (/^chart\.[^.]+$/.test(path)) for (const ground of grounds.slice(0, 3)) add(path, `color.${ground}`, leastForMarks);
    if (!path.startsWith('on-', at)) continue;
    const ground = path.slice(0, at) + path.slice(at + 'on-'.length);
    add(path, ground, leastForText);
    add(path, `${ground}-hover`, leastForText);
  }
  return pairs;
}

function luminance({ red, green, blue }: Rgba): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** `front` as it is seen on an opaque `ground`. */
function composed(front: Rgba, ground: Rgba): Rgba {
  const mix = (one: number, other: number): number => one * front.alpha + other * (1 - front.alpha);
  return { red: mix(front.red, ground.red), green: mix(front.green, ground.green), blue: mix(front.blue, ground.blue), alpha: 1 };
}

const white: Rgba = { red: 1, green: 1, blue: 1, alpha: 1 };

/** From 1 to 21. A ground that lets something through is seen on `page`. */
export function contrastRatio(front: Rgba, ground: Rgba, page: Rgba = white): number {
  const behind = composed(ground, page);
  const [darker = 0, lighter = 0] = [luminance(composed(front, behind)), luminance(behind)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** All pairs that are too faint, of the colours by their paths under each theme. */
export function contrastFaults(themes: ReadonlyMap<string | null, ReadonlyMap<string, Rgba>>): ContrastFault[] {
  return [...themes].flatMap(([theme, colors]) => {
    const page = colors.get('color.background') ?? white;
    return contrastPairs([...colors.keys()]).flatMap(({ front, ground, least }) => {
      const [one, other] = [colors.get(front), colors.get(ground)];
      if (!one || !other) return [];
      const ratio = contrastRatio(one, other, page);
      // What the screen says, rounded, and whether it is enough must agree.
      return Math.floor(ratio * 100) / 100 < least ? [{ front, ground, theme, ratio, least }] : [];
    });
  });
}

/** "3.2 : 1", never rounded up to what would be enough. */
export const ratioText = (ratio: number): string => `${(Math.floor(ratio * 100) / 100).toFixed(2)} : 1`;

/** Whether the token is one of the two. */
export const concerns = (fault: ContrastFault, path: string): boolean => fault.front === path || fault.ground === path;

