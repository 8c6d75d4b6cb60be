import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { useRefusal } from '../use-refusal.ts';

import { useDraft } from './use-draft.ts';

function Field({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const draft = useDraft(value, false, onChange);
  return <input aria-label="Title" value={draft.text} onChange={(event) => draft.change(event.target.value)} onFocus={draft.enter} onBlur={draft.leave} />;
}

describe('a field that others change', () => {
  it('keeps its text and its selection while somebody is in it', async () => {
    const onChange = vi.fn();
    const { rerender } = render(<Field value="Before" onChange={onChange} />);
    const field = screen.getByLabelText<HTMLInputElement>('Title');
    await userEvent.click(field);
    field.select();
    rerender(<Field value="From somebody else" onChange={onChange} />);
    await userEvent.keyboard('Mine');
    expect(field).toHaveValue('Mine');
    expect(onChange).toHaveBeenLastCalledWith('Mine');
  });

  it('shows what others wrote to whoever leaves it without a word', async () => {
    const onChange = vi.fn();
    const { rerender } = render(<Field value="Before" onChange={onChange} />);
    await userEvent.click(screen.getByLabelText('Title'));
    rerender(<Field value="From somebody else" onChange={onChange} />);
    expect(screen.getByLabelText('Title')).toHaveValue('Before');
    await userEvent.tab();
    expect(screen.getByLabelText('Title')).toHaveValue('From somebody else');
    expect(onChange).not.toHaveBeenCalled();
  });
});

// Takes up to six letters.
function ShortField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [error, setError] = useRefusal(value);
  const change = (text: string) => {
    setError(text.length > 6 ? 'Too long.' : null);
    if (text.length <= 6) onChange(text);
  };
  const draft = useDraft(value, error !== null, change);
  return (
    <>
      <input aria-label="Title" value={draft.text} onChange={(event) => draft.change(event.target.value)} onFocus={draft.enter} onBlur={draft.leave} />
      <button onClick={() => change('')}>Reset</button>
      <p>{error}</p>
    </>
  );
}

describe('what is refused', () => {
  const write = async (value: string) => {
    const shown = render(<ShortField value={value} onChange={vi.fn()} />);
    const field = screen.getByLabelText('Title');
    await userEvent.type(field, ' and more');
    await userEvent.tab();
    expect(field).toHaveValue(`${value} and more`); // the fault stands below it
    expect(screen.getByText('Too long.')).toBeInTheDocument();
    return { ...shown, field };
  };

  it('stays after the field was left, and goes with a reset to what it is already', async () => {
    const { field } = await write('');
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(field).toHaveValue('');
    expect(screen.queryByText('Too long.')).not.toBeInTheDocument();
  });

  it('goes with an undo', async () => {
    const { field, rerender } = await write('Before');
    rerender(<ShortField value="First" onChange={vi.fn()} />);
    expect(field).toHaveValue('First');
    expect(screen.queryByText('Too long.')).not.toBeInTheDocument();
    rerender(<ShortField value="Before" onChange={vi.fn()} />);
    expect(field).toHaveValue('Before');
  });

  it('is gone on with where somebody comes back to it', async () => {
    const { field, rerender } = await write('Before');
    await userEvent.click(field);
    rerender(<ShortField value="Theirs" onChange={vi.fn()} />);
    expect(field).toHaveValue('Before and more');
    await userEvent.tab();
    expect(field).toHaveValue('Theirs');
  });
});
