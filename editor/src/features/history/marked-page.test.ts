import { describe, expect, it } from 'vitest';
import { markedPage } from './marked-page.ts';

describe('a page that is compared', () => {
  const page = '<!doctype html><html><head><title>x</title></head><body></body></html>';

  it('has a policy before everything else, and outlines by kind', () => {
    const marked = markedPage(page, new Map([['a', 'inserted'], ['b', 'removed'], ['c', 'inserted']] as const));
    expect(marked).toMatch(/^<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    expect(marked).toContain(':is([data-node="a"],[data-node="c"]){outline:4px solid #15803d');
    expect(marked).not.toMatch(/script-src|connect-src/);
  });

  it('takes no id that could end the rule', () => {
    const marked = markedPage(page, new Map([['x"]{}</style><script>alert(1)</script>', 'changed']] as const));
    expect(marked).not.toContain('alert');
  });
});
