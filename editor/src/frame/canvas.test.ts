// Which keys and pastes the canvas hands on to the editor, and which it leaves to the page.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { FrameMessage, HostMessage } from '../canvas/protocol.ts';

import { Canvas } from './canvas.ts';

describe('Canvas', () => {
  let canvas: Canvas;
  const said: FrameMessage[] = [];

  beforeAll(() => {
    canvas = new Canvas((message) => said.push(message));
  });

  beforeEach(() => {
    const html = '<body><main><form data-node="form"><input name="email"><textarea></textarea></form></main></body>';
    canvas.receive({ type: 'open', html, components: { form: 'form' } });
    canvas.receive({ type: 'mode', mode: 'edit', canEdit: true });
    said.length = 0;
  });

  // Gives whether it was left to the page.
  const press = (target: Element | null, key: string, modifiers: KeyboardEventInit = {}) =>
    (target as Element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...modifiers }));
  const paste = (target: Element | null) => (target as Element).dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }));
  const field = (selector: string) => document.querySelector(selector);

  it('hands on the editor’s keys, and what is pasted', () => {
    expect(press(document.body, 'Delete')).toBe(false);
    expect(paste(document.body)).toBe(false);
    expect(said).toMatchObject([{ type: 'key', press: { key: 'Delete' } }, { type: 'paste' }]);
  });

  it.each(['input', 'textarea'])('leaves the keys and pastes in a field of the page to it: %s', (selector) => {
    expect(press(field(selector), 'Backspace')).toBe(true);
    expect(press(field(selector), 'a', { ctrlKey: true })).toBe(true);
    expect(paste(field(selector))).toBe(true);
    expect(said).toEqual([]);
  });

  it('hands on nothing of the preview but what has its use there', () => {
    canvas.receive({ type: 'mode', mode: 'preview', canEdit: true });
    said.length = 0;
    expect(press(document.body, 'Delete')).toBe(true);
    expect(press(document.body, 'ArrowDown')).toBe(true);
    expect(paste(document.body)).toBe(true);
    expect(said).toEqual([]);
    expect(press(document.body, '2')).toBe(false);
    expect(said).toMatchObject([{ type: 'key', press: { key: '2' } }]);
  });

  it('lets a comment’s marker be pressed by the keyboard', () => {
    const button = document.createElement('button');
    document.querySelector('pagewright-overlay')?.shadowRoot?.append(button);
    expect(press(button, 'Enter')).toBe(true);
    expect(press(button, 'Delete')).toBe(false);
    expect(said).toMatchObject([{ type: 'key', press: { key: 'Delete' } }]);
  });

  it('lets every key go on from what the one before has made of the page', () => {
    const node: HostMessage = { type: 'adjustable', node: { id: 'form', name: 'Form', edges: ['width', 'height'], declared: {} } };
    canvas.receive(node);
    canvas.receive({ type: 'select', ids: ['form'], reveal: false });
    const handle = document.querySelector('pagewright-overlay')?.shadowRoot?.querySelector('[data-lever="height"]') ?? null;
    said.length = 0;
    press(handle, 'ArrowDown');
    press(handle, 'ArrowDown');
    press(document.body, 'z', { ctrlKey: true });
    expect(said).toMatchObject([{ type: 'adjust', id: 'form' }]);
    canvas.receive({ type: 'adjusted' });
    expect(said).toMatchObject([{ type: 'adjust' }, { type: 'adjust', id: 'form' }]);
    press(handle, 'Delete');
    canvas.receive({ type: 'adjusted' });
    expect(said.slice(2)).toMatchObject([
      { type: 'key', press: { key: 'z' } },
      { type: 'adjust', value: null },
    ]);
    canvas.receive({ type: 'adjusted' });
    expect(said).toHaveLength(4);
  });

  it('shows in the toolbar that presses select several, and adds what is held', () => {
    const two = '<body><main><p data-node="one">1</p><p data-node="two">2</p></main></body>';
    canvas.receive({ type: 'open', html: two, components: { one: 'text', two: 'text' } });
    canvas.receive({ type: 'select', ids: ['one'], reveal: false });
    const button = document.querySelector('pagewright-overlay')?.shadowRoot?.querySelector('[aria-label="Select several"]');
    expect(button?.getAttribute('aria-pressed')).toBe('false');
    (button as HTMLElement).click();
    expect(said.at(-1)).toEqual({ type: 'command', command: 'select-several' });
    canvas.receive({ type: 'select-several', isOn: true });
    expect(button?.getAttribute('aria-pressed')).toBe('true');
    said.length = 0;
    const askForMenu = () => document.querySelector('[data-node="two"]')?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    askForMenu();
    expect(said).toMatchObject([{ type: 'select', ids: ['one', 'two'] }, { type: 'menu' }]);
    canvas.receive({ type: 'select', ids: ['one'], reveal: false });
    canvas.receive({ type: 'select-several', isOn: false });
    said.length = 0;
    askForMenu();
    expect(said).toMatchObject([{ type: 'select', ids: ['two'] }, { type: 'menu' }]);
  });

  it('presses nothing on what is no longer selected', () => {
    canvas.receive({ type: 'adjustable', node: { id: 'form', name: 'Form', edges: ['height'], declared: {} } });
    canvas.receive({ type: 'select', ids: ['form'], reveal: false });
    const handle = document.querySelector('pagewright-overlay')?.shadowRoot?.querySelector('[data-lever="height"]') ?? null;
    said.length = 0;
    press(handle, 'ArrowDown');
    press(handle, 'ArrowDown');
    canvas.receive({ type: 'select', ids: [], reveal: false });
    canvas.receive({ type: 'adjusted' });
    expect(said).toMatchObject([{ type: 'adjust' }]);
  });
});
