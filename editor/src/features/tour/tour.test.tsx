import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasSeen } from '../../api/remembered.ts';
import { editorTour } from './tour-step.ts';
import { Tour } from './tour.tsx';

afterEach(() => localStorage.clear());

describe('the tour', () => {
  it('leads through five steps by the keyboard, and is seen then', async () => {
    const person = userEvent.setup();
    const onEnd = vi.fn();
    render(<Tour steps={editorTour} onEnd={onEnd} />);
    for (const [index, step] of editorTour.entries()) {
      const card = screen.getByText(`Step ${String(index + 1)} of 5`).closest('[role="dialog"]');
      expect(card).toHaveAccessibleName(step.title);
      expect(card).toHaveAccessibleDescription(step.text);
      expect(document.activeElement).toHaveTextContent(index === 4 ? 'Done' : 'Next');
      expect(hasSeen('tour')).toBe(false);
      await person.keyboard('{Enter}');
    }
    expect(onEnd).toHaveBeenCalledOnce();
    expect(hasSeen('tour')).toBe(true);
  });

  it('goes back', async () => {
    const person = userEvent.setup();
    render(<Tour steps={editorTour} onEnd={vi.fn()} />);
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await person.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByText('Step 1 of 5')).toBeInTheDocument();
  });

  it.each([
    ['Skip the tour', (person: ReturnType<typeof userEvent.setup>) => person.click(screen.getByRole('button', { name: 'Skip the tour' }))],
    ['Escape', (person: ReturnType<typeof userEvent.setup>) => person.keyboard('{Escape}')],
  ])('ends with %s, and does not come back', async (_, leave) => {
    const onEnd = vi.fn();
    render(<Tour steps={editorTour} onEnd={onEnd} />);
    await leave(userEvent.setup());
    expect(onEnd).toHaveBeenCalledOnce();
    expect(hasSeen('tour')).toBe(true);
  });
});
