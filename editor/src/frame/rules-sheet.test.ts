import { describe, expect, it } from 'vitest';

import { splitRules } from './rules-sheet.ts';

describe('splitRules', () => {
  it('splits at the top level only', () => {
    expect(splitRules('.a{color:red}@media (x){.b{c:d}.e{f:g}}.h{}')).toEqual(['.a{color:red}', '@media (x){.b{c:d}.e{f:g}}', '.h{}']);
  });
  it('is not misled by strings, comments and escapes', () => {
    const rules = ['.a::after{content:"}{\\""}', ".b{c:'}'}", '.d\\}{e:f}'];
    expect(splitRules(rules.join('/* } */ ').replace('/* } */ ', ''))).toEqual([rules[0], rules[1], `/* } */ ${rules[2] ?? ''}`]);
  });
  it('takes statements without a block', () => {
    expect(splitRules('@layer base,nodes;.a{}')).toEqual(['@layer base,nodes;', '.a{}']);
  });
});
