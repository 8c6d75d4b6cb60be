import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';

import type { JsonValue } from '../../../engine/json.ts';
import { TooltipProvider } from '../../../ui/tooltip.tsx';

import { TableControl } from './table-control.tsx';

// What others change arrives as a new value.
function show(first: JsonValue) {
  let current = first;
  let setFromOutside: (value: JsonValue) => void = () => undefined;
  function Field() {
    const [value, setValue] = useState(first);
    current = value;
    setFromOutside = setValue;
    return <TableControl id="t" label="Data" value={value} schema={{}} hints={{}} isInvalid={false} describedBy={undefined} isDisabled={false} onChange={setValue} />;
  }
  render(
    <TooltipProvider>
      <Field />
    </TooltipProvider>,
  );
  return { value: () => current, arrive: (value: JsonValue) => act(() => setFromOutside(value)) };
}

it('takes no column by the name of another, and says so', () => {
  const { value } = show([{ label: 'Mon', visits: 3 }]);
  fireEvent.click(screen.getByRole('button', { name: 'Column' }));
  const name = screen.getByLabelText('Name of the column');
  fireEvent.change(name, { target: { value: ' visits ' } });
  expect(name).toHaveAccessibleDescription('There is a column of this name.');
  fireEvent.submit(name);
  expect(value()).toEqual([{ label: 'Mon', visits: 3 }]);
  fireEvent.change(name, { target: { value: 'sales' } });
  fireEvent.submit(name);
  expect(value()).toEqual([{ label: 'Mon', visits: 3, sales: 0 }]);
});

it('leaves other rows as they are when one comes from elsewhere while somebody types', () => {
  const { value, arrive } = show([['a'], ['b']]);
  const cell = screen.getByLabelText('Column 1, row 2');
  fireEvent.focus(cell);
  fireEvent.change(cell, { target: { value: 'better' } });
  arrive([['new'], ['a'], ['b']]);
  fireEvent.change(cell, { target: { value: 'better still' } });
  expect(value()).toEqual([['new'], ['a'], ['better still']]);
});

it('keeps the focus when rows are removed', () => {
  const { value } = show([['a'], ['b'], ['c']]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove row 2' }));
  expect(screen.getByRole('button', { name: 'Remove row 2' })).toHaveFocus();
  fireEvent.click(document.activeElement as Element);
  fireEvent.click(document.activeElement as Element);
  expect(value()).toEqual([]);
  expect(screen.getByRole('button', { name: 'Row' })).toHaveFocus();
});
