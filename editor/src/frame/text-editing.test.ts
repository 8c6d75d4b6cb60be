import { beforeEach, describe, expect, it, vi } from 'vitest';

import { TextEditing, type TextChange } from './text-editing.ts';
import type { TextTools } from './text-tools.ts';

const tools = { hide: vi.fn(), show: vi.fn(), isAsking: () => false } as unknown as TextTools;

describe('TextEditing', () => {
  let text: TextEditing;
  let changes: TextChange[];
  const element = () => document.querySelector<HTMLElement>('[data-edit]') as HTMLElement;
  const write = (words: string) => {
    element().textContent = words;
    element().dispatchEvent(new Event('input'));
  };

  beforeEach(() => {
    changes = [];
    document.body.innerHTML = '<section data-node="one"><h2 data-edit="title">Before</h2></section>';
    text = new TextEditing(tools, { kindOf: () => 'plain', onStart: vi.fn(), onChange: (change) => changes.push(change), onEnd: vi.fn() });
    text.startAt(element());
  });

  it('gives what is written when it is finished', () => {
    write('After');
    text.finish();
    expect(changes).toMatchObject([{ id: 'one', prop: 'title', value: 'After' }]);
    expect(text.isActive()).toBe(false);
    expect(element().hasAttribute('contenteditable')).toBe(false);
  });

  const aFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  it('gives each text once, however often it is looked at', async () => {
    write('After');
    await aFrame();
    expect(changes).toMatchObject([{ value: 'After' }]);
    text.finish();
    expect(changes).toHaveLength(1);
  });

  it('gives also what was there at first, where it had become something else', async () => {
    write('After');
    await aFrame();
    write('Before');
    text.finish();
    expect(changes).toMatchObject([{ value: 'After' }, { value: 'Before' }]);
  });

  it('goes on while a key only ends a conversion', () => {
    const press = (init: KeyboardEventInit) => element().dispatchEvent(new KeyboardEvent('keydown', init));
    press({ key: 'Enter', isComposing: true });
    press({ key: 'Escape', keyCode: 229 });
    expect(text.isActive()).toBe(true);
    press({ key: 'Enter', keyCode: 13 });
    expect(text.isActive()).toBe(false);
  });

  it('goes back to what the editor has when it is abandoned', () => {
    write('After');
    text.abandon();
    expect(changes).toEqual([]);
    expect(element().textContent).toBe('Before');
    expect(text.isActive()).toBe(false);
  });
});
