import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

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
