import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { TokenPicker } from './token-picker.tsx';

vi.mock('./use-design.ts', () => ({
  useView: () => ({
    document: {},
    under: new Map(),
    tokens: [{ token: { path: 'number.ratio', type: 'number', names: ['number', 'ratio'] }, values: [{ theme: null, value: 2, words: '2' }] }],
  }),
}));

it('takes a token with Enter, but not with one that only ends a conversion', () => {
  const onChoose = vi.fn();
  render(<TokenPicker type="number" theme={null} path="number.other" chosen={null} label="Tokens" onChoose={onChoose} trigger={<button>Choose</button>} />);
  fireEvent.click(screen.getByRole('button', { name: 'Choose' }));
  const field = screen.getByRole('combobox', { name: 'Search tokens' });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(field).toBeInTheDocument();
  expect(onChoose).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('number.ratio');
});
