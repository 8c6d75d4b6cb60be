import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { HelpMenu } from './help-menu.tsx';
import { HelpSheet } from './help-sheet.tsx';

const groups = [
  { name: 'Edit', shortcuts: [{ label: 'Redo', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'] }, { label: 'Duplicate', keys: ['Ctrl+D'] }] },
  { name: 'View', shortcuts: [{ label: 'Zoom in', keys: ['Ctrl++'] }] },
];

describe('the help sheet', () => {
  it('lists each way to do something', () => {
    render(<HelpSheet groups={groups} onClose={vi.fn()} />);
    const edit = screen.getByRole('region', { name: 'Edit' });
    expect(within(edit).getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Redo', 'Duplicate']);
    expect(within(edit).getAllByRole('definition')[0]).toHaveTextContent('Ctrl+Shift+Z or Ctrl+Y');
  });

  it('is searched by word and by key', async () => {
    const person = userEvent.setup();
    render(<HelpSheet groups={groups} onClose={vi.fn()} />);
    await person.type(screen.getByRole('searchbox'), 'ctrl+d');
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Duplicate']);
    await person.clear(screen.getByRole('searchbox'));
    await person.type(screen.getByRole('searchbox'), 'fly');
    expect(screen.getByText('Nothing matches “fly”.')).toBeInTheDocument();
  });
});

describe('the help menu', () => {
  it('leads to palette, shortcuts and tour', async () => {
    const person = userEvent.setup();
    const [onPalette, onShortcuts, onTour] = [vi.fn(), vi.fn(), vi.fn()];
    render(
      <TooltipProvider>
        <HelpMenu paletteShortcut="Ctrl+K" onPalette={onPalette} onShortcuts={onShortcuts} onTour={onTour} />
      </TooltipProvider>,
    );
    for (const name of [/Find a command/, /Keyboard shortcuts/, /Take the tour/]) {
      await person.click(screen.getByRole('button', { name: 'Help' }));
      await person.click(screen.getByRole('menuitem', { name }));
    }
    for (const call of [onPalette, onShortcuts, onTour]) expect(call).toHaveBeenCalledOnce();
  });
});
