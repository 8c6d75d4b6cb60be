import { describe, expect, it } from 'vitest';
import { tagsFrom } from './tags-from.ts';

describe('tags', () => {
  it('are read between commas, each once', () => {
    expect(tagsFrom(' Event, summer ,, event,')).toEqual(['Event', 'summer']);
    expect(tagsFrom('')).toEqual([]);
  });

  it('are bounded as the server wants them', () => {
    expect(tagsFrom(Array.from({ length: 30 }, (_, index) => `t${index}`).join(','))).toHaveLength(20);
    expect(tagsFrom('x'.repeat(50))[0]).toHaveLength(40);
  });
});
