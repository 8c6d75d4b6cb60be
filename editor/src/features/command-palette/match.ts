// How well a few typed letters fit a text, and which letters of the text they are.

export interface Match {
  /** Higher is better; comparable between texts. */
  score: number;
  /** Positions in the text, ascending. */
  positions: readonly number[];
}

const atStart = 14; // of the whole text
const atWord = 10; // at the beginning of a word
const inRow = 8; // right behind the letter before
const anywhere = 1;
const wholeWord = 4;
const perLetterLeftOut = 0.3;

/** Null where the letters don't stand in the text in this order, or so far apart that nobody would have meant them. Empty fits all. */
export function matchText(query: string, text: string): Match | null {
  const wanted = [...folded(query)].filter((letter) => letter !== ' ');
  if (wanted.length === 0) return { score: 0, positions: [] };
  const letters = [...folded(text)];
  if (!standInOrder(wanted, letters)) return null;
  const best = bestPositions(wanted, letters);
  if (!best) return null;
  const first = best.positions[0] ?? 0;
  const last = best.positions.at(-1) ?? 0;
  const isScattered = best.positions.some((position, index) => index > 0 && position !== (best.positions[index - 1] ?? 0) + 1 && !beginsWord(letters, position));
  if (isScattered && last - first + 1 > wanted.length * 2) return null;
  return { score: best.score - letters.length * 0.05, positions: best.positions };
}

/** How well a text is found by the beginning of one of its words, or by several words in a row; null where none begins so. */
export function matchWordStart(query: string, text: string): number | null {
  const letters = folded(text);
  const wanted = folded(query);
  for (let position = letters.indexOf(wanted); position >= 0; position = letters.indexOf(wanted, position + 1)) {
    if (!beginsWord(letters, position)) continue;
    const isWhole = beginsWord(letters, position + wanted.length + 1);
    return (position === 0 ? atStart : atWord) + (wanted.length - 1) * inRow + (isWhole ? wholeWord : 0);
  }
  return null;
}

/** Case and accents don't count. One letter in is one letter out, so that positions hold in the text itself. */
export function folded(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return [...text].map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().charAt(0) || letter).join('');
}

function beginsWord(letters: string | readonly string[], position: number): boolean {
  return position === 0 || !/[\p{L}\p{N}]/u.test(letters[position - 1] ?? '');
}

// Almost every text fails here, at little cost.
function standInOrder(wanted: readonly string[], letters: readonly string[]): boolean {
  let found = 0;
  for (const letter of letters) if (letter === wanted[found]) found += 1;
  return found === wanted.length;
}

interface Path {
  score: number;
  position: number;
  before: Path | null;
}

// For each letter of the query the best way to have it at each position, built upon the best ways of the letter before.
function bestPositions(wanted: readonly string[], letters: readonly string[]): Match | null {
  let ways: (Path | null)[] = letters.map((letter, position) =>
    letter === wanted[0] ? { score: (position === 0 ? atStart : gainAt(letters, position)) - position * perLetterLeftOut * 0.5, position, before: null } : null,
  );
  for (const letter of wanted.slice(1)) {
    let bestBefore: Path | null = null; // among the ways that end two or more positions before
    const next: (Path | null)[] = letters.map(() => null);
    for (let position = 1; position < letters.length; position += 1) {
      const twoBefore = position >= 2 ? (ways[position - 2] ?? null) : null;
      bestBefore = better(bestBefore && { ...bestBefore, score: bestBefore.score - perLetterLeftOut }, twoBefore);
      if (letters[position] !== letter) continue;
      const before = ways[position - 1] ?? null;
      const joined = before && extend(before, position, inRow);
      const apart = bestBefore && extend(bestBefore, position, gainAt(letters, position));
      next[position] = better(joined, apart);
    }
    ways = next;
  }
  const best = ways.reduce(better, null);
  return best && { score: best.score, positions: positionsOf(best) };
}

function positionsOf(path: Path): number[] {
  const positions: number[] = [];
  for (let step: Path | null = path; step; step = step.before) positions.unshift(step.position);
  return positions;
}

function gainAt(letters: readonly string[], position: number): number {
  return beginsWord(letters, position) ? atWord : anywhere;
}

function extend(before: Path, position: number, gain: number): Path {
  return { score: before.score + gain, position, before };
}

function better(left: Path | null, right: Path | null): Path | null {
  if (!left || !right) return left ?? right;
  return right.score > left.score ? right : left;
}
