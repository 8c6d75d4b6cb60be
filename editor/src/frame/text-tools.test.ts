import { expect, it } from 'vitest';

import { TextTools } from './text-tools.ts';

it('takes no address by a key that only ends a conversion', () => {
  const root = document.body.attachShadow({ mode: 'open' });
  const text = document.body.appendChild(document.createElement('p'));
  text.textContent = 'A link';
  const tools = new TextTools(root);
  getSelection()?.selectAllChildren(text);
  tools.askAddress();
  const field = root.querySelector('input');
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
  expect(tools.isAsking()).toBe(true);
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(tools.isAsking()).toBe(false);
});
