import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';

import type { JsonValue } from '../../../engine/json.ts';
import { TooltipProvider } from '../../../ui/tooltip.tsx';

import { followedKeys } from './item-keys.ts';
import { ListControl } from './list-control.tsx';

const schema = { items: { type: 'object', properties: { title: { type: 'string' } } } };
const titled = (...titles: string[]): JsonValue[] => titles.map((title) => ({ title }));

// What others change arrives as a new value.
function show(...titles: string[]) {
  let current: JsonValue = titled(...titles);
  let setFromOutside: (value: JsonValue) => void = () => undefined;
  function Field() {
    const [value, setValue] = useState(current);
    current = value;
    setFromOutside = setValue;
    return <ListControl id="f" label="Items" value={value} schema={schema} hints={{}} isInvalid={false} describedBy={undefined} isDisabled={false} onChange={setValue} />;
  }
  render(
    <TooltipProvider>
      <Field />
    </TooltipProvider>,
  );
  return {
    titles: () => (current as { title: string }[]).map(({ title }) => title),
    arrive: (...others: string[]) => act(() => setFromOutside(titled(...others))),
  };
}
const button = (name: string) => screen.getByRole('button', { name });
const press = async (key: string) => userEvent.keyboard(`{${key}}`);

describe('a list', () => {
  it('moves an item on with each press, and keeps the focus at its button', async () => {
    const { titles } = show('A', 'B', 'C');
    button('Move “C” up').focus();
    await press('Enter');
    await press('Enter');
    expect(titles()).toEqual(['C', 'A', 'B']);
    expect(button('Move “C” up')).toHaveFocus();
    await press('Enter'); // it is at the top
    expect(titles()).toEqual(['C', 'A', 'B']);
    button('Move “C” down').focus();
    await press('Enter');
    await press('Enter');
    expect(titles()).toEqual(['A', 'B', 'C']);
    expect(button('Move “C” down')).toHaveFocus();
  });

  it('moves items that are alike', async () => {
    const { titles } = show('A', 'B', 'B');
    screen.getAllByRole('button', { name: 'Move “B” up' })[1]?.focus();
    await press('Enter');
    await press('Enter');
    expect(titles()).toEqual(['B', 'A', 'B']);
  });

  it('keeps the focus when items are removed', async () => {
    const { titles } = show('A', 'B', 'C');
    button('Remove “B”').focus();
    await press('Enter');
    expect(button('Remove “C”')).toHaveFocus();
    await press('Enter');
    expect(button('Remove “A”')).toHaveFocus();
    await press('Enter');
    expect(titles()).toEqual([]);
    expect(button('Add')).toHaveFocus();
  });

  it('leaves other items as they are when one comes from elsewhere while somebody types', () => {
    const { titles, arrive } = show('A', 'B', 'C');
    fireEvent.click(button('B'));
    const field = screen.getByLabelText('Title');
    fireEvent.focus(field);
    fireEvent.change(field, { target: { value: 'Better' } });
    arrive('New', 'A', 'B', 'C');
    expect(screen.getByLabelText('Title')).toBe(field);
    fireEvent.change(field, { target: { value: 'Better still' } });
    expect(titles()).toEqual(['New', 'A', 'Better still', 'C']);
  });

  it('closes the item that is not there any more', () => {
    const { arrive } = show('A', 'B', 'C');
    fireEvent.click(button('B'));
    arrive('A', 'C', 'D');
    expect(screen.queryByLabelText('Title')).not.toBeInTheDocument();
  });

  it('opens what is added, and leaves it open while another is removed', async () => {
    show('A', 'B');
    await userEvent.click(button('Add'));
    expect(button('Item 3')).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(button('Remove “A”'));
    expect(button('Item 2')).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('the keys of items', () => {
  const after = (before: string, now: string) => {
    let made = 100;
    return followedKeys({ texts: [...before], keys: [...before].map((_, index) => index) }, [...now], () => made++);
  };
  it.each([
    ['abc', 'abc', [0, 1, 2]],
    ['abc', 'cab', [2, 0, 1]],
    ['abc', 'axc', [0, 1, 2]],
    ['abc', 'ac', [0, 2]],
    ['abc', 'abcd', [0, 1, 2, 100]],
    ['abc', 'zaxc', [100, 0, 1, 2]],
    ['abc', 'acd', [0, 2, 100]],
    ['aab', 'aaab', [0, 1, 100, 2]],
    ['abc', 'xyz', [0, 1, 2]],
    ['abc', 'xy', [100, 101]],
  ])('go from %s to %s', (before, now, keys) => {
    expect(after(before, now)).toEqual(keys);
  });
});
