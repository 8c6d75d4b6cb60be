import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { PageChange } from '../../../api/pages.ts';
import type { Page } from '../../../api/types.ts';

import { AddressField } from './address-field.tsx';
import { NameField } from './name-field.tsx';
import type { PageRecord } from './use-page-record.ts';

const page = { id: 'p', name: 'Visit', slug: 'visit', publishedAt: null } as Page;

// A record whose changes are answered when the test says so.
function openRecord(field: (record: PageRecord) => ReactNode) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items":[],"page":null}', { headers: { 'Content-Type': 'application/json' } })));
  const answers: (() => void)[] = [];
  const mutate = vi.fn((_change: PageChange, { onSuccess }: { onSuccess: () => void }) => answers.push(onSuccess));
  const shown = (known: Page) => (
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      {field({ page: known, change: { mutate, isPending: false } as unknown as PageRecord['change'] })}
    </QueryClientProvider>
  );
  const { rerender } = render(shown(page));
  const answer = (known: Partial<Page>) => {
    act(() => answers.shift()?.());
    rerender(shown({ ...page, ...known }));
  };
  return { mutate, answer };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a field of the page', () => {
  it('keeps what is typed while a name is saved', async () => {
    const person = userEvent.setup();
    const { mutate, answer } = openRecord((record) => <NameField record={record} isDisabled={false} />);
    const field = screen.getByRole('textbox', { name: 'Name' });
    await person.type(field, ' us{Enter} soon');
    answer({ name: 'Visit us' });
    expect(field).toHaveValue('Visit us soon');
    await person.tab();
    expect(mutate).toHaveBeenLastCalledWith({ name: 'Visit us soon' }, expect.anything());
    answer({ name: 'Visit them soon' });
    expect(field).toHaveValue('Visit them soon');
  });

  it.each([
    ['Name', (record: PageRecord) => <NameField record={record} isDisabled={false} />],
    ['Address', (record: PageRecord) => <AddressField record={record} isDisabled={false} />],
  ])('%s: is left alone by keys that only end a conversion', async (name, show) => {
    const { mutate } = openRecord(show);
    const field = screen.getByRole('textbox', { name });
    await userEvent.type(field, '-us');
    const typed = (field as HTMLInputElement).value;
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(mutate).not.toHaveBeenCalled();
    expect(field).toHaveValue(typed);
  });

  it('keeps what is typed while an address is saved', async () => {
    const person = userEvent.setup();
    const { mutate, answer } = openRecord((record) => <AddressField record={record} isDisabled={false} />);
    const field = screen.getByRole('textbox', { name: 'Address' });
    await person.type(field, '-us{Enter}-soon');
    expect(mutate).toHaveBeenCalledWith({ slug: 'visit-us' }, expect.anything());
    answer({ slug: 'visit-us' });
    expect(field).toHaveValue('visit-us-soon');
    await person.type(field, '{Enter}');
    answer({ slug: 'visit-them' });
    expect(field).toHaveValue('visit-them');
  });
});
