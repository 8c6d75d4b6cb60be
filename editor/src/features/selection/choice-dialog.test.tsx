import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { ChoiceDialog } from './choice-dialog.tsx';

it('chooses with Enter, but not with one that only ends a conversion', () => {
  const onChoose = vi.fn();
  const onClose = vi.fn();
  const card = { id: 'card', label: 'カード' };
  render(<ChoiceDialog title="Move to" description="" searchLabel="Search" choices={[card]} empty="" onChoose={onChoose} onClose={onClose} />);
  const field = screen.getByRole('combobox', { name: 'Search' });
  fireEvent.change(field, { target: { value: 'カ' } });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(onChoose).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(card);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});
