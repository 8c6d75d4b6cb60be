import { describe, expect, it } from 'vitest';
import { matchText, matchWordStart } from './match.ts';

const marked = (query: string, text: string) => {
  const match = matchText(query, text);
  return match && [...text].map((letter, index) => (match.positions.includes(index) ? letter.toUpperCase() : letter)).join('');
};

describe('matchText', () => {
  it.each([
    ['dup', 'duplicate selection', 'DUPlicate selection'],
    ['ds', 'duplicate selection', 'Duplicate Selection'],
    ['sel', 'duplicate selection', 'duplicate SELection'],
    ['save ver', 'save version', 'SAVE VERsion'],
    ['svver', 'save version', 'SaVe VERsion'],
    ['cafe', 'café crème', 'CAFÉ crème'],
    ['zoomin', 'zoom in', 'ZOOM IN'],
  ])('%s finds in “%s” what was meant', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  it.each([
    ['xyz', 'duplicate'],
    ['ecilpud', 'duplicate'],
    ['dn', 'duplicate selection'], // letters that only happen to stand there
  ])('%s does not find “%s”', (query, text) => {
    expect(matchText(query, text)).toBeNull();
  });

  it('puts the beginning before a word, a word before its middle', () => {
    const score = (text: string) => matchText('card', text)?.score ?? -Infinity;
    expect(score('card')).toBeGreaterThan(score('card list'));
    expect(score('card list')).toBeGreaterThan(score('event card'));
    expect(score('event card')).toBeGreaterThan(score('discard changes'));
  });

  it('takes long texts', () => {
    expect(matchText('aaaaaaaaaa', 'a'.repeat(2000))?.positions).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('matchWordStart', () => {
  it('finds words by how they begin', () => {
    expect(matchWordStart('val', 'grid of values')).not.toBeNull();
    expect(matchWordStart('grid of', 'Grid of values')).not.toBeNull();
    expect(matchWordStart('alu', 'grid of values')).toBeNull();
    expect(matchWordStart('tile', 'tile')).toBeGreaterThan(matchWordStart('tile', 'tiles') ?? 0);
    expect(matchWordStart('val', 'Val')).toBeGreaterThan(matchWordStart('val', 'grid of values') ?? 0);
  });
});
