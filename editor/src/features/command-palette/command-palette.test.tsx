import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandPalette } from './command-palette.tsx';
import type { PaletteEntry } from './palette-entry.ts';

const listPages = vi.hoisted(() => vi.fn());
vi.mock('../../api/pages.ts', () => ({ listPages }));

const ran = vi.fn();
const entry = (id: string, group: string, title: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({ id, group, title, run: () => ran(id), ...more });
const entries = [
  entry('undo', 'Edit', 'Undo', { shortcut: 'Ctrl+Z' }),
  entry('duplicate', 'Edit', 'Duplicate', { unavailable: 'Select something first' }),
  entry('insert-card', 'Insert', 'Card', { keywords: ['tile'] }),
  entry('pages', 'Go to', 'All pages'),
];

function Screen() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button onClick={() => setIsOpen(true)}>Open</button>
      {isOpen && <CommandPalette entries={entries} onClose={() => setIsOpen(false)} />}
    </>
  );
}

async function open() {
  const person = userEvent.setup();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MemoryRouter>
      <QueryClientProvider client={queries}>
        <Screen />
      </QueryClientProvider>
    </MemoryRouter>,
  );
  await person.click(screen.getByRole('button', { name: 'Open' }));
  return person;
}

const active = () => document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '');

beforeEach(() => {
  listPages.mockImplementation(({ search }: { search: string }) =>
    Promise.resolve({ items: [{ id: 'p1', name: 'Our clinic', slug: 'our-clinic', description: '' }].filter(({ name }) => name.toLowerCase().includes(search.toLowerCase())) }),
  );
});
afterEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
});

describe('the command palette', () => {
  it('has the focus, and lists what can be done with its keys', async () => {
    await open();
    expect(screen.getByRole('combobox')).toHaveFocus();
    expect(active()).toHaveTextContent('UndoCtrl+Z');
    expect(screen.queryByRole('option', { name: /Duplicate/ })).not.toBeInTheDocument();
    expect(await screen.findByRole('option', { name: /Our clinic/ })).toBeInTheDocument();
  });

  it('names its groups, whatever they are called', async () => {
    await open();
    await screen.findByRole('option', { name: /Our clinic/ });
    const names = ['Edit', 'Insert', 'Go to', 'Pages'];
    expect(screen.getAllByRole('group')).toHaveLength(names.length);
    for (const name of names) expect(screen.getByRole('group', { name })).toBeInTheDocument();
  });

  it('is worked by the keyboard alone, and gives the focus back before it does what was chosen', async () => {
    const person = await open();
    ran.mockImplementation(() => expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus());
    await person.keyboard('{ArrowDown}');
    expect(active()).toHaveTextContent('Card');
    await person.keyboard('{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(active()).toHaveTextContent('Our clinic'));
    await person.keyboard('tile{Enter}');
    await waitFor(() => expect(ran).toHaveBeenCalledExactlyOnceWith('insert-card'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('remembers what was used', async () => {
    const person = await open();
    await person.keyboard('all pa{Enter}');
    await waitFor(() => expect(ran).toHaveBeenCalledWith('pages'));
    await person.click(screen.getByRole('button', { name: 'Open' }));
    expect(screen.getAllByRole('group')[0]).toHaveAccessibleName('Recent');
    expect(active()).toHaveTextContent('All pages');
  });

  it('says why something can’t be done, and does not do it', async () => {
    const person = await open();
    await person.keyboard('dupl{Enter}');
    expect(active()).toHaveTextContent('Select something first');
    expect(active()).toHaveAttribute('aria-disabled', 'true');
    expect(ran).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('says when nothing is found, and Escape does nothing but close', async () => {
    const person = await open();
    await person.keyboard('qqqq');
    expect(await screen.findByText('Nothing is called “qqqq”.')).toBeInTheDocument();
    await person.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
    expect(ran).not.toHaveBeenCalled();
  });
});
