import { matchText, matchWordStart } from './match.ts';
import type { PaletteEntry } from './palette-entry.ts';

export interface RankedEntry extends PaletteEntry {
  /** The letters of the title that were asked for. */
  positions: readonly number[];
}

export interface RankedGroup {
  name: string;
  entries: readonly RankedEntry[];
}

export const recentGroup = 'Recent';
const recentsShown = 5;
const perGroupWhenSearching = 8;
// A keyword that fits is worth less than the same fit in the title.
const keywordShare = 0.6;

/** What the palette lists: the recently used and everything that can be done, or what fits the query, the best first. */
export function rankedGroups(entries: readonly PaletteEntry[], query: string, recents: readonly string[]): RankedGroup[] {
  return query.trim() === '' ? everything(entries, recents) : found(entries, query, recents);
}

function everything(entries: readonly PaletteEntry[], recents: readonly string[]): RankedGroup[] {
  const offered = entries.filter(({ unavailable }) => unavailable === undefined).map((entry) => ({ ...entry, positions: [] }));
  const byId = new Map(offered.map((entry) => [entry.id, entry]));
  const recent = recents.flatMap((id) => byId.get(id) ?? []).slice(0, recentsShown);
  const shown = new Set(recent.map(({ id }) => id));
  const groups = grouped(offered.filter(({ id }) => !shown.has(id)));
  return recent.length === 0 ? groups : [{ name: recentGroup, entries: recent }, ...groups];
}

function found(entries: readonly PaletteEntry[], query: string, recents: readonly string[]): RankedGroup[] {
  const scored = entries.flatMap((entry) => {
    const fit = fitOf(entry, query);
    if (!fit) return [];
    const use = recents.indexOf(entry.id);
    const bonus = use < 0 ? 0 : 3 - use * 0.2;
    const malus = entry.unavailable === undefined ? 0 : 20;
    return [{ score: fit.score + bonus - malus, entry: { ...entry, positions: fit.positions } }];
  });
  scored.sort((left, right) => right.score - left.score);
  return grouped(scored.map(({ entry }) => entry)).map(({ name, entries: best }) => ({ name, entries: best.slice(0, perGroupWhenSearching) }));
}

// In the title as a whole; or each word of the query in the title or one of the other words.
function fitOf({ title, keywords = [], group }: PaletteEntry, query: string): { score: number; positions: readonly number[] } | null {
  const whole = matchText(query, title);
  const words = query.trim().split(/\s+/);
  const others = [...keywords, group];
  let score = 0;
  const positions = new Set<number>();
  for (const word of words) {
    const inTitle = matchText(word, title);
    // Keywords are found by how they begin: letters scattered over all of them would find everything.
    const inOthers = Math.max(...others.map((other) => (matchWordStart(word, other) ?? -Infinity) * keywordShare));
    if (!inTitle && inOthers === -Infinity) return whole;
    if (inTitle && inTitle.score >= inOthers) for (const position of inTitle.positions) positions.add(position);
    score += Math.max(inTitle?.score ?? -Infinity, inOthers);
  }
  if (whole && whole.score >= score) return whole;
  return { score, positions: [...positions].sort((left, right) => left - right) };
}

/** Groups stand in the order of their first entries. */
function grouped(entries: readonly RankedEntry[]): RankedGroup[] {
  const groups = new Map<string, RankedEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.group);
    if (group) group.push(entry);
    else groups.set(entry.group, [entry]);
  }
  return [...groups].map(([name, members]) => ({ name, entries: members }));
}
