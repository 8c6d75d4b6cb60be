import { describe, expect, it } from 'vitest';

import { isSafeAddress, readRichText } from './rich-text-reader.ts';

function read(html: string) {
  const root = document.createElement('div');
  root.innerHTML = html;
  return readRichText(root).content;
}

const text = (value: string, ...marks: object[]) => (marks.length > 0 ? { type: 'text', text: value, marks } : { type: 'text', text: value });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

describe('readRichText', () => {
  it('reads paragraphs, headings and breaks', () => {
    expect(read('<h2>Hours</h2><p>Mon<br>Tue</p>')).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('Hours')] },
      paragraph(text('Mon'), { type: 'hardBreak' }, text('Tue')),
    ]);
  });

  it('reads marks in the order of the format, whatever their nesting', () => {
    const href = '#a';
    const marks = [{ type: 'link', attrs: { href } }, { type: 'bold' }, { type: 'italic' }];
    expect(read(`<p><em><a href="${href}"><strong>x</strong></a></em></p>`)).toEqual([paragraph(text('x', ...marks))]);
    expect(read('<p><b>a</b><b>b</b> <u>c</u><code>d</code></p>')).toEqual([
      paragraph(text('ab', { type: 'bold' }), text(' '), text('c', { type: 'underline' }), text('d', { type: 'code' })),
    ]);
  });

  it('reads lists, also a list beside its item', () => {
    expect(read('<ul><li>a</li><li><p>b</p><ol start="3"><li>c</li></ol></li></ul>')).toEqual([
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph(text('a'))] },
          {
            type: 'listItem',
            content: [
              paragraph(text('b')),
              { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('c'))] }] },
            ],
          },
        ],
      },
    ]);
    expect(read('<ul><li>a</li><ul><li>b</li></ul></ul>')).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [paragraph(text('a')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('b'))] }] }],
          },
        ],
      },
    ]);
  });

  it('makes paragraphs of loose text and of the blocks that browsers invent', () => {
    expect(read('loose<div>line</div><div><br></div>')).toEqual([paragraph(text('loose')), paragraph(text('line')), { type: 'paragraph' }]);
  });

  it('is one empty paragraph where nothing is written', () => {
    expect(read('')).toEqual([{ type: 'paragraph' }]);
    expect(read('<br>')).toEqual([{ type: 'paragraph' }]);
  });

  it('keeps a break between two texts and not the one at the end', () => {
    expect(read('<p>a<br></p>')).toEqual([paragraph(text('a'))]);
  });

  it('drops what could do harm', () => {
    expect(read('<p onclick="x()"><a href="javascript:alert(1)">a</a><script>b</script><img src=x onerror=y></p>')).toEqual([paragraph(text('a'))]);
    expect(read('<p><a href="java&#10;script:alert(1)">a</a></p>')).toEqual([paragraph(text('a'))]);
  });

  it('never makes a heading of level 1', () => {
    expect(read('<h1>x</h1>')).toEqual([{ type: 'heading', attrs: { level: 2 }, content: [text('x')] }]);
  });

  it('reads quotes, code and rules', () => {
    expect(read('<blockquote><p>q</p></blockquote><pre><code>a\n  b\n</code></pre><hr>')).toEqual([
      { type: 'blockquote', content: [paragraph(text('q'))] },
      { type: 'codeBlock', content: [text('a\n  b')] },
      { type: 'horizontalRule' },
    ]);
  });
});

describe('isSafeAddress', () => {
  it.each(['https://a.example', '/path', '#part', '?q=1', 'mailto:a@b.c', 'tel:+1', 'page.html', '../up'])('takes %s', (address) => {
    expect(isSafeAddress(address)).toBe(true);
  });
  it.each(['javascript:x', ' JavaScript:x', 'data:text/html,x', 'vbscript:x', 'java\tscript:x', 'file:///etc'])('refuses %s', (address) => {
    expect(isSafeAddress(address)).toBe(false);
  });
});
