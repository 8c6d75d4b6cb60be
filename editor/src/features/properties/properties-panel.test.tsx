import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';

import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import { SessionContext } from '../../session/react.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';

import { PropertiesPanel } from './properties-panel.tsx';

const document = {
  components: [
    { id: 'one', component: 'heading', props: { text: 'One', level: 'h2' }, styles: { base: { color: 'red' } } },
    { id: 'two', component: 'heading', props: { text: 'Two', level: 'h2' } },
    { id: 'button', component: 'button', props: { label: 'Book' } },
    { id: 'line', component: 'divider' },
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
    <TooltipProvider>
      <SessionContext value={session}>
        <PropertiesPanel />
      </SessionContext>
    </TooltipProvider>,
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
    expect(session.tree.rootChildren()).toEqual(['button', 'line']);
  });
});
