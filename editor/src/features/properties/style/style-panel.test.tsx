import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Operation, Styles } from '../../../engine/document.ts';
import { initialState, type EditorState } from '../../../session/editor-state.ts';
import type { SpacingPart } from '../../../session/adjusting.ts';
import { Observable } from '../../../session/observable.ts';
import type { PageSession } from '../../../session/page-session.ts';
import { SessionContext } from '../../../session/react.ts';
import { TooltipProvider } from '../../../ui/tooltip.tsx';
import { StylePanel } from './style-panel.tsx';

const tokens = { space: { $type: 'dimension', '4': { $value: '16px' } } };

function show(styles: Styles, more: Partial<EditorState> = {}) {
  const state = new Observable<EditorState>({ ...initialState, status: 'ready', canEdit: true, ...more });
  const node = new Observable({ component: 'card', props: {}, styles });
  // Does what it is told to the one node there is.
  const apply = vi.fn((_label: string, operations: Operation[]) => {
    const next = structuredClone(node.get().styles);
    for (const operation of operations) {
      if (operation.type !== 'set_style') continue;
      const declarations = (next[operation.breakpoint] ??= {});
      if (operation.value === undefined) Reflect.deleteProperty(declarations, operation.property);
      else declarations[operation.property] = operation.value;
    }
    node.set({ ...node.get(), styles: next });
    return null;
  });
  const watch = (_id: string, listener: () => void) => node.subscribe(listener);
  const spacing = new Observable<SpacingPart | null>(null);
  const session = { state, spacing, tokens, apply, tree: { node: () => node.get(), onNode: watch, onAnyNode: node.subscribe } };
  render(
    <TooltipProvider>
      <SessionContext value={session as unknown as PageSession}>
        <StylePanel ids={['card-1']} />
      </SessionContext>
    </TooltipProvider>,
  );
  return { state, node, spacing, apply, person: userEvent.setup() };
}

const box = () => screen.getByRole('group', { name: 'Sides' });

describe('the style panel', () => {
  it('sets one side of the box, its opposite, or all, each as one step', async () => {
    const { node, apply, person } = show({});
    await person.click(within(box()).getByRole('button', { name: 'Margin left: not set' }));
    await person.type(screen.getByRole('combobox', { name: 'Margin left' }), '8');
    expect(node.get().styles.base).toEqual({ 'margin-left': '8' });

    await person.click(within(box()).getByRole('button', { name: 'Padding top: not set' }));
    await person.click(screen.getByRole('radio', { name: 'All sides' }));
    expect(within(box()).getAllByRole('button', { pressed: true })).toHaveLength(4);
    apply.mockClear();
    await person.click(screen.getByRole('button', { name: 'Padding top: suggestions' }));
    await person.click(screen.getByRole('option', { name: /space\.4/ }));
    expect(apply).toHaveBeenCalledOnce();
    expect(node.get().styles.base).toEqual({ 'margin-left': '8', 'padding-top': '{space.4}', 'padding-right': '{space.4}', 'padding-bottom': '{space.4}', 'padding-left': '{space.4}' });
    expect(within(box()).getByRole('button', { name: 'Padding left: {space.4}' })).toHaveTextContent('4');
  });

  it('says what is set here, where it comes from, and where it does not hold', () => {
    const { state } = show({ base: { width: '50%', height: '9px' }, mobile: { width: '100%' } });
    const width = () => screen.getByRole('combobox', { name: 'Width' });
    expect(width()).toHaveValue('50%');
    expect(width()).toHaveAccessibleDescription('Other on Phone');
    expect(screen.getByRole('radio', { name: 'All · 2' })).toBeInTheDocument();
    act(() => state.update({ breakpoint: 'mobile' }));
    expect(width()).toHaveValue('100%');
    const height = screen.getByRole('combobox', { name: 'Height' });
    expect(height).toHaveValue('');
    expect(height).toHaveAttribute('placeholder', '9px');
    expect(height).toHaveAccessibleDescription('From All');
    expect(screen.getByText('Size').parentElement).toHaveTextContent('Size1 changed');
  });

  it('has the canvas show the distances that are pointed at, or have the focus', async () => {
    const { spacing, person } = show({});
    await person.hover(within(box()).getByRole('button', { name: 'Margin left: not set' }));
    expect(spacing.get()).toBe('margin');
    await person.hover(screen.getByRole('combobox', { name: 'Width' }));
    expect(spacing.get()).toBeNull();
    await person.click(screen.getByRole('combobox', { name: 'Gap' }));
    expect(spacing.get()).toBe('gap');
    await person.tab();
    expect(spacing.get()).toBeNull();
  });

  it('resets to what holds without it', async () => {
    const { node, person } = show({ base: { color: 'red' } });
    await person.click(screen.getByRole('button', { name: 'Reset Text color to its default' }));
    expect(node.get().styles.base).toEqual({});
  });
});
