import { describe, expect, it } from 'vitest';

import type { ComponentDefinition } from '../../engine/component.ts';

import { searchComponents } from './search-components.ts';

const card: ComponentDefinition = { name: 'card', display_name: 'Card', category: 'content', keywords: ['tile', 'box'], description: 'A framed piece.' };
const container: ComponentDefinition = { name: 'container', display_name: 'Container', category: 'layout', keywords: ['wrapper', 'box'], description: 'Holds cards.' };
const cafe: ComponentDefinition = { name: 'menu', display_name: 'Café menu', category: 'content' };
const all = [container, card, cafe];
const found = (query: string) => searchComponents(all, query).map(({ name }) => name);

describe('searchComponents', () => {
  it.each([
    ['', ['container', 'card', 'menu']],
    ['tile', ['card']], // a synonym
    ['FRAM', ['card']], // the description
    ['box', ['container', 'card']],
    ['card', ['card', 'container']], // the name before the description
    ['cafe', ['menu']],
    ['box wrap', ['container']],
    ['ard', []],
    ['card form', []],
  ])('“%s” finds %j', (query, names) => {
    expect(found(query)).toEqual(names);
  });
});
