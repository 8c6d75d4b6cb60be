import { beforeEach, describe, expect, it } from 'vitest';

import { morph } from './morph.ts';

function element(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  return document.importNode(template.content.firstElementChild as HTMLElement, true);
}

describe('morph', () => {
  beforeEach(() => document.body.replaceChildren());

  const change = (before: string, after: string) => {
    const old = element(before);
    document.body.append(old);
    morph(old, element(after));
    return old;
  };

  it('changes text and attributes in the same element', () => {
    const old = element('<article class="a" title="x"><h2>One</h2></article>');
    const heading = old.querySelector('h2');
    morph(old, element('<article class="b" lang="de"><h2 data-edit="title">Two</h2></article>'));
    expect(old.outerHTML).toBe('<article class="b" lang="de"><h2 data-edit="title">Two</h2></article>');
    expect(old.querySelector('h2')).toBe(heading);
  });

  it('keeps what stands in a slot, as the very same nodes', () => {
    const old = element('<section><h2>A</h2><!--slot content--><p data-node="1">kept</p><!--/slot content--></section>');
    const kept = old.querySelector('p');
    morph(old, element('<section><h2>B</h2><!--slot content--><!--/slot content--></section>'));
    expect(old.innerHTML).toBe('<h2>B</h2><!--slot content--><p data-node="1">kept</p><!--/slot content-->');
    expect(old.querySelector('p')).toBe(kept);
  });

  it('takes the slot along into an element that is new', () => {
    const old = change(
      '<section><!--slot content--><p data-node="1"></p><!--/slot content--></section>',
      '<section><div><!--slot content--><!--/slot content--></div></section>',
    );
    expect(old.innerHTML).toBe('<div><!--slot content--><p data-node="1"></p><!--/slot content--></div>');
  });

  it('takes the slot out of an element that goes', () => {
    const old = change(
      '<section><div><!--slot content--><p data-node="1"></p><!--/slot content--></div></section>',
      '<section><!--slot content--><!--/slot content--><span>x</span></section>',
    );
    expect(old.innerHTML).toBe('<!--slot content--><p data-node="1"></p><!--/slot content--><span>x</span>');
  });

  it('keeps two slots apart when they change places', () => {
    const old = change(
      '<div><!--slot a--><i data-node="1"></i><!--/slot a--><!--slot b--><b data-node="2"></b><!--/slot b--></div>',
      '<div><!--slot b--><!--/slot b--><!--slot a--><!--/slot a--></div>',
    );
    expect(old.innerHTML).toBe('<!--slot b--><b data-node="2"></b><!--/slot b--><!--slot a--><i data-node="1"></i><!--/slot a-->');
  });

  it('puts new markup before a slot that stays', () => {
    const old = change(
      '<div><!--slot a--><i data-node="1"></i><!--/slot a--></div>',
      '<div><h2>New</h2><!--slot a--><!--/slot a--><p>After</p></div>',
    );
    expect(old.innerHTML).toBe('<h2>New</h2><!--slot a--><i data-node="1"></i><!--/slot a--><p>After</p>');
  });

  it('drops a slot that the component has no more', () => {
    const old = change('<div><!--slot a--><i data-node="1"></i><!--/slot a--><p>x</p></div>', '<div><p>y</p></div>');
    expect(old.innerHTML).toBe('<p>y</p>');
  });

  it('matches what stands after a slot across it', () => {
    const old = element('<div><!--slot a--><i data-node="1"></i><!--/slot a--><p>x</p></div>');
    const [text] = old.querySelectorAll('p');
    morph(old, element('<div><p>y</p><!--slot a--><!--/slot a--></div>'));
    expect(old.innerHTML).toBe('<p>y</p><!--slot a--><i data-node="1"></i><!--/slot a-->');
    expect(old.querySelector('p')).toBe(text);
  });

  it('does not look into nested components', () => {
    const old = change(
      '<div><!--slot a--><div data-node="1"><!--slot a--><i data-node="2"></i><!--/slot a--></div><!--/slot a--></div>',
      '<div class="new"><!--slot a--><!--/slot a--></div>',
    );
    expect(old.querySelector('[data-node="1"] > [data-node="2"]')).not.toBeNull();
  });

  it('leaves a part alone when another one before it goes or comes', () => {
    const old = element('<div><p class="media">m</p><p class="body big">b</p></div>');
    const body = old.querySelector('.body');
    morph(old, element('<div><p class="body">b</p></div>'));
    expect(old.innerHTML).toBe('<p class="body">b</p>');
    expect(old.querySelector('.body')).toBe(body);
    morph(old, element('<div><p class="media">n</p><p class="body">b</p></div>'));
    expect(old.innerHTML).toBe('<p class="media">n</p><p class="body">b</p>');
    expect(old.querySelector('.body')).toBe(body);
  });

  it('adds and removes items of lists', () => {
    expect(change('<ul><li>1</li><li>2</li><li>3</li></ul>', '<ul><li>1</li><li>9</li></ul>').innerHTML).toBe('<li>1</li><li>9</li>');
    expect(change('<ul></ul>', '<ul><li>1</li></ul>').innerHTML).toBe('<li>1</li>');
  });

  it('shows what a field has by its markup, and leaves the markup as it is', () => {
    const typed = element('<p><input value="a"><input type="radio" checked></p>');
    const [text, choice] = typed.querySelectorAll('input');
    text!.value = 'typed';
    choice!.checked = false;
    morph(typed, element('<p><input value="b"><input type="radio" checked></p>'));
    expect(text!.value).toBe('b');
    expect(choice!.checked).toBe(true);
    expect(typed.innerHTML).toBe('<input value="b"><input type="radio" checked="">');
  });

  it('leaves details open that the author opened', () => {
    expect(change('<details open><summary>a</summary></details>', '<details><summary>b</summary></details>').hasAttribute('open')).toBe(true);
  });
});
