import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { uploadAsset } from '../../api/assets.ts';
import type { Asset } from '../../api/types.ts';
import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import { SessionContext } from '../../session/react.ts';
import { readToasts } from '../../ui/toast-queue.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';

import { PropertiesPanel } from './properties-panel.tsx';

vi.mock('../../api/assets.ts', async (importActual) => ({ ...(await importActual<object>()), uploadAsset: vi.fn() }));

const document = {
  components: [
    { id: 'one', component: 'heading', props: { text: 'One', level: 'h2' }, styles: { base: { color: 'red' } } },
    { id: 'two', component: 'heading', props: { text: 'Two', level: 'h2' } },
    { id: 'button', component: 'button', props: { label: 'Book' } },
    { id: 'line', component: 'divider' },
    { id: 'gallery', component: 'gallery', props: { items: [{ image: { src: '/a.png', alt: '' }, caption: 'First' }] } },
  ],
};

let engine: WebAssembly.Module;
beforeAll(async () => {
  engine = await compileEngine();
});

async function show(...selected: string[]) {
  const { session } = await openPageForTests(engine, document);
  session.selectAll(selected);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <SessionContext value={session}>
          <PropertiesPanel />
        </SessionContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  const props = (key: string) => ['one', 'two'].map((id) => session.tree.node(id)?.props[key]);
  const colors = () => ['one', 'two'].map((id) => session.tree.node(id)?.styles?.base?.color);
  return { session, props, colors, person: userEvent.setup() };
}

const differing = /Not the same in both\. A change sets both\./;

describe('the properties of several at once', () => {
  it('are those of the one chosen last, and are set in all as one step', async () => {
    const { session, props, person } = await show('one', 'two');
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('2 selected');
    const text = screen.getByRole('textbox', { name: 'Text' });
    expect(text).toHaveValue('Two');
    expect(text).toHaveAccessibleDescription(differing);
    expect(screen.getByLabelText('Level')).not.toHaveAccessibleDescription(differing);

    await person.clear(text);
    await person.type(text, 'Same');
    expect(props('text')).toEqual(['Same', 'Same']);
    expect(text).not.toHaveAccessibleDescription(differing);
    act(() => session.undo());
    expect(props('text')).toEqual(['One', 'Two']);
  });

  it('hold of the style too, and are reset together', async () => {
    const { colors, person } = await show('two', 'one');
    await person.click(screen.getByRole('tab', { name: 'Style' }));
    const color = screen.getByRole('combobox', { name: 'Text color' });
    expect(color).toHaveValue('red');
    expect(color).toHaveAccessibleDescription(differing);
    await person.clear(color);
    await person.type(color, 'blue{Enter}');
    expect(colors()).toEqual(['blue', 'blue']);
    await person.click(screen.getByRole('button', { name: /^Reset Text color/ }));
    expect(colors()).toEqual([undefined, undefined]);
  });

  it('are only what the components have in common', async () => {
    await show('one', 'line');
    expect(screen.queryByRole('textbox', { name: 'Text' })).not.toBeInTheDocument();
    expect(screen.getByText(/have no settings in common/)).toBeInTheDocument();
  });

  it('are duplicated and deleted together', async () => {
    const { session, person } = await show('one', 'two');
    await person.click(screen.getByRole('button', { name: 'Delete 2 components' }));
    expect(session.tree.rootChildren()).toEqual(['button', 'line', 'gallery']);
  });
});

describe('a picture that is uploaded', () => {
  // Answered when the test says so, or stopped.
  function holdUpload() {
    let answer: (asset: Asset) => void = () => undefined;
    vi.mocked(uploadAsset).mockImplementation(
      (_file, { signal } = {}) =>
        new Promise((resolve, reject) => {
          answer = resolve;
          signal?.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')));
        }),
    );
    return (arrived: Partial<Asset>) =>
      act(async () => {
        answer({ kind: 'picture', url: '/new.webp', alt: '', srcset: '', width: 8, height: 6, ...arrived } as Asset);
        await Promise.resolve();
      });
  }
  async function upload() {
    const shown = await show('gallery');
    await shown.person.click(screen.getByRole('button', { name: 'First' }));
    await shown.person.upload(screen.getByLabelText('Picture: upload a picture'), new File(['bytes'], 'Our school.jpg', { type: 'image/jpeg' }));
    return { ...shown, items: () => shown.session.tree.node('gallery')?.props.items };
  }

  it('leaves what was written while it was on its way', async () => {
    const arrive = holdUpload();
    const { items } = await upload();
    fireEvent.change(screen.getByLabelText('Caption'), { target: { value: 'First day' } });
    fireEvent.change(screen.getByLabelText('Picture: description'), { target: { value: 'A tower' } });
    await arrive({ alt: 'What the library says' });
    expect(items()).toEqual([{ image: { src: '/new.webp', alt: 'A tower', width: 8, height: 6 }, caption: 'First day' }]);
  });

  it('is not taken, and said to be cut off, where something else was selected meanwhile', async () => {
    const arrive = holdUpload();
    const { session, items } = await upload();
    act(() => session.select('line'));
    await arrive({});
    expect(items()).toEqual([{ image: { src: '/a.png', alt: '' }, caption: 'First' }]);
    expect(readToasts().map(({ text }) => text)).toEqual(['“Our school.jpg” was not uploaded: its field was closed first.']);
  });
});
