import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { LayerName } from './layer-name.tsx';

function show(name = 'Intro') {
  const onDone = vi.fn();
  const { unmount } = render(<LayerName name={name} placeholder="Card" onDone={onDone} />, { wrapper: StrictMode });
  return { onDone, unmount, field: screen.getByRole('textbox', { name: 'Name of Card' }) };
}

afterEach(cleanup);

describe('the name of a layer', () => {
  it('is kept when its row goes', async () => {
    const { onDone, unmount, field } = show();
    await userEvent.type(field, 'duction');
    unmount();
    expect(onDone.mock.calls).toEqual([['Introduction']]);
  });

  it('is not given by a key that only ends a conversion', () => {
    const { onDone, field } = show();
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(onDone).not.toHaveBeenCalled();
  });

  it('stays as it was when nothing was written, or it was left with Escape', async () => {
    const first = show();
    first.unmount();
    expect(first.onDone.mock.calls).toEqual([[null]]);
    const { onDone, unmount, field } = show();
    await userEvent.type(field, 'duction{Escape}');
    unmount();
    expect(onDone.mock.calls).toEqual([[null]]);
  });
});
