import { describe, expect, it } from 'vitest';

import { matchesQuery } from './search-components.ts';

const card = { name: 'card', display_name: 'Card', category: 'content', keywords: ['tile', 'box'], description: 'A framed piece.' } as const;

describe('matchesQuery', () => {
  it.each(['', 'car', 'TIL', 'fram', 'card box'])('finds “%s”', (query) => {
    expect(matchesQuery({ ...card, keywords: [...card.keywords] }, query)).toBe(true);
  });
  it.each(['ard', 'card form'])('does not find “%s”', (query) => {
    expect(matchesQuery({ ...card, keywords: [...card.keywords] }, query)).toBe(false);
  });
});
