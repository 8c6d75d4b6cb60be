import { useState } from 'react';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import pagewright from '../../../../library/themes/pagewright.json';
import type { DesignTokens } from '../../api/types.ts';
import type { JsonObject, JsonValue } from '../../engine/json.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { DesignDraft } from './design-draft.ts';
import { followingViews } from './design-view.ts';
import { TokenList } from './token-list.tsx';
import type * as Samples from './token-sample.tsx';
import { setValue } from './tokens/edit-tokens.ts';
import { listTokens, placeAt } from '../../tokens/token-tree.ts';
import { valueText } from '../../tokens/value-text.ts';
import { DesignProvider } from './design-provider.tsx';
import { useDesignState } from './use-design.ts';

// What was drawn of values, one of a row.
const drawn = vi.hoisted(() => [] as unknown[]);
vi.mock('./token-sample.tsx', async (original) => {
  const { TokenSample } = await original<typeof Samples>();
  return {
    TokenSample: (props: Parameters<typeof TokenSample>[0]) => {
      drawn.push(props.value);
      return <TokenSample {...props} />;
    },
  };
});

function Board({ draft, mayEdit }: { draft: DesignDraft; mayEdit: boolean }) {
  const { stack } = useDesignState(draft);
  const [viewOf] = useState(followingViews);
  return (
    <TooltipProvider>
      <DesignProvider draft={draft} mayEdit={mayEdit} view={viewOf(stack.present)}>
        <TokenList />
      </DesignProvider>
    </TooltipProvider>
  );
}

function show(mayEdit = true, tokens: JsonObject = pagewright): DesignDraft {
  const published: DesignTokens = { id: 'd', name: 'Default', tokens, baseCss: '', version: 1, updatedAt: '' };
  const draft = new DesignDraft(published, null);
  render(<Board draft={draft} mayEdit={mayEdit} />);
  return draft;
}
const user = userEvent.setup();
const valueAt = (draft: DesignDraft, path: string, theme?: string) => placeAt(draft.document, [...(theme === undefined ? [] : ['$extensions', 'org.pagewright.themes', theme]), ...path.split('.'), '$value']);
// All at once, as by pasting: the list is drawn anew at each letter.
async function write(field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}
async function open(path: string): Promise<ReturnType<typeof within>> {
  await write(screen.getByRole('searchbox'), path);
  const [row] = screen.getAllByRole('button', { name: new RegExp(`^${path.replaceAll('.', '\\.')}`) });
  await user.click(row!);
  return within(row!.closest('li')!);
}

// Nothing of this is about saving.
beforeEach(() => void vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => {
  vi.unstubAllGlobals();
});

it('shows the tokens by kind, what pages use before what it is made of', async () => {
  show();
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Colours', 'Typography', 'Spacing', 'Radii', 'Shadows', 'Other']);
  expect(screen.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('Color');
  await user.click(screen.getByRole('tab', { name: 'Radii' }));
  expect(screen.getByRole('button', { name: /^Small 6px/ })).toBeVisible();
});

it('gives a colour another code, and keeps the opacity of a transparent one', async () => {
  const draft = show();
  const row = await open('color.success');
  const code = row.getByLabelText('color.success, Light: colour code');
  await write(code, '#0b5fff');
  expect(valueAt(draft, 'color.success')).toEqual({ colorSpace: 'srgb', components: [0.0431, 0.3725, 1], hex: '#0b5fff' });
  await write(code, 'nonsense');
  expect(code).toBeInvalid();
  await user.tab();
  expect(code).toHaveValue('#0b5fff');
});

it('makes an alias a value of its own, and the other way round', async () => {
  const draft = show();
  const row = await open('color.primary-soft');
  await user.click(row.getByRole('button', { name: 'color.primary-soft, Light: use a value of its own' }));
  expect(valueAt(draft, 'color.primary-soft')).toMatchObject({ hex: '#d9ede6' });
  await user.click(row.getByRole('button', { name: 'color.primary-soft, Light: use another token’s value' }));
  await write(screen.getByRole('combobox', { name: 'Search tokens' }), 'coral');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(valueAt(draft, 'color.primary-soft')).toBe('{color.coral.300}');
  act(() => draft.undo());
  expect(valueAt(draft, 'color.primary-soft')).toMatchObject({ hex: '#d9ede6' });
});

it('offers no token that would make a circle', async () => {
  show();
  const row = await open('color.pine.600');
  await user.click(row.getByRole('button', { name: 'color.pine.600, Light: use another token’s value' }));
  const names = within(screen.getByRole('listbox')).getAllByRole('option').map(({ textContent }) => textContent);
  expect(names.some((name) => name.startsWith('color.pine.700'))).toBe(true);
  expect(names.some((name) => name.startsWith('color.primary#') || name.startsWith('color.pine.600'))).toBe(false);
});

it('gives the dark theme a value of its own and takes it back', async () => {
  const draft = show();
  const row = await open('radius.large');
  await user.click(row.getByRole('button', { name: 'radius.large, Dark: change' }));
  await user.type(row.getByRole('spinbutton', { name: 'radius.large, Dark: size' }), '{ArrowUp}');
  expect(valueAt(draft, 'radius.large', 'dark')).toEqual({ value: 19, unit: 'px' });
  expect(valueAt(draft, 'radius.large')).toEqual({ value: 18, unit: 'px' });
  await user.click(row.getByRole('button', { name: 'radius.large, Dark: same as light' }));
  expect(valueAt(draft, 'radius.large', 'dark')).toBeUndefined();
});

it('changes the parts of a shadow, and its layers', async () => {
  const draft = show();
  const row = await open('shadow.small');
  await user.type(row.getByRole('spinbutton', { name: 'shadow.small, Light: blur: size' }), '{ArrowUp}');
  await user.click(row.getAllByRole('button', { name: 'Add a layer' })[0]!);
  expect(valueAt(draft, 'shadow.small')).toMatchObject([{ blur: { value: 3, unit: 'px' } }, { blur: { value: 12, unit: 'px' } }]);
});

it('warns of colours that can’t be told apart, at both of the pair', async () => {
  const draft = show();
  const row = await open('color.on-primary');
  await user.click(row.getByRole('button', { name: 'color.on-primary, Light: use a value of its own' }));
  const code = row.getByLabelText('color.on-primary, Light: colour code');
  await write(code, '#2a8672');
  expect(row.getByText(/color\.on-primary on color\.primary, Light/)).toBeVisible();
  await user.clear(screen.getByRole('searchbox'));
  await user.click(screen.getByRole('button', { name: 'Show them' }));
  expect(screen.getAllByRole('button', { name: /Low contrast: / }).map((button) => button.textContent.split(/[#→]/)[0])).toEqual(['color.primaryLight: ', 'color.primary-hoverLight: ', 'color.on-primaryLight: ']);
  act(() => draft.undo());
  expect(await screen.findByRole('tab', { name: 'Colours' })).toBeVisible();
});

it('shows faults of the server at the value that they are about', async () => {
  const draft = show();
  draft.state.update({ faults: [{ path: 'radius.small', theme: null, message: 'must be a dimension' }] });
  const row = await open('radius.small');
  expect(row.getByText('Not valid')).toBeVisible();
  expect(row.getByRole('spinbutton')).toHaveAccessibleDescription('must be a dimension');
});

it('can be looked at by those who may not change it', async () => {
  show(false);
  const row = await open('color.success');
  expect(row.getByLabelText('color.success, Light: colour code')).toBeDisabled();
  expect(row.queryByRole('button', { name: /use another token|: change|: same as/ })).not.toBeInTheDocument();
  await open('shadow.small');
  expect(screen.queryByRole('button', { name: /layer/ })).not.toBeInTheDocument();
});

it('tells when nothing matches, and marks what is deprecated', async () => {
  show(true, { color: { $type: 'color', old: { $value: '#111111', $deprecated: 'use new' } } });
  const row = await open('color.old');
  expect(row.getByText('Deprecated')).toBeVisible();
  expect(row.getByText('Deprecated: use new')).toBeVisible();
  await write(screen.getByRole('searchbox'), 'zzz');
  expect(screen.getByText('No token matches')).toBeVisible();
});

describe('tokens and groups that come, go, and are called otherwise', () => {
  const dialog = () => within(screen.getByRole('dialog'));

  it('adds a token to a group, and opens it', async () => {
    const draft = show();
    await user.click(screen.getByRole('tab', { name: 'Spacing' }));
    await user.click(screen.getByRole('button', { name: 'Group Space' }));
    await user.click(screen.getByRole('menuitem', { name: 'Add a token…' }));
    expect(dialog().getByLabelText('Group')).toHaveValue('space');
    await user.click(dialog().getByRole('button', { name: 'Add' }));
    expect(dialog().getByLabelText('Name')).toHaveAccessibleDescription('Give it a name.');
    await user.type(dialog().getByLabelText('Name'), '13');
    await user.click(dialog().getByRole('button', { name: 'Add' }));
    expect(valueAt(draft, 'space.13')).toEqual({ value: 16, unit: 'px' });
    expect(screen.getByRole('spinbutton', { name: 'space.13, Light: size' })).toBeVisible();
    act(() => draft.undo());
    expect(valueAt(draft, 'space.13')).toBeUndefined();
  });

  it('renames by the keyboard, with what refers to it', async () => {
    const draft = show();
    await write(screen.getByRole('searchbox'), 'color.pine.600');
    screen.getAllByRole('button', { name: /^color\.pine\.600/ })[0]!.focus();
    await user.keyboard('{F2}');
    const name = dialog().getByLabelText('Name');
    await write(name, '700');
    expect(name).toHaveAccessibleDescription('There is “color.pine.700” already.');
    expect(dialog().getByRole('button', { name: 'Rename' })).toBeDisabled();
    await write(name, 'deep');
    expect(dialog().getByRole('switch', { name: /^Change the \d+ references to it too$/ })).toBeChecked();
    await user.keyboard('{Enter}');
    expect(valueAt(draft, 'color.pine.deep')).toBeDefined();
    expect(valueAt(draft, 'color.primary')).toBe('{color.pine.deep}');
    act(() => draft.undo());
    expect(valueAt(draft, 'color.primary')).toBe('{color.pine.600}');
  });

  it('says what refers to a token before it is deleted, and brings it back', async () => {
    const draft = show();
    await write(screen.getByRole('searchbox'), 'color.pine.600');
    screen.getAllByRole('button', { name: /^color\.pine\.600/ })[0]!.focus();
    await user.keyboard('{Delete}');
    const question = screen.getByRole('alertdialog', { name: 'Delete the token color.pine.600?' });
    expect(question).toHaveAccessibleDescription(/color\.primary.* refers? to it|color\.primary.* refer to it/);
    await user.click(within(question).getByRole('button', { name: 'Delete' }));
    expect(valueAt(draft, 'color.pine.600')).toBeUndefined();
    expect(valueAt(draft, 'color.primary')).toMatchObject({ hex: '#146b5a' });
    act(() => draft.undo());
    expect(valueAt(draft, 'color.primary')).toBe('{color.pine.600}');
  });

  it('is nothing for those who may not change them', async () => {
    show(false);
    expect(screen.queryByRole('button', { name: /^Group |Add a token/ })).not.toBeInTheDocument();
    await write(screen.getByRole('searchbox'), 'color.pine.600');
    screen.getAllByRole('button', { name: /^color\.pine\.600/ })[0]!.focus();
    await user.keyboard('{F2}{Delete}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });
});

it('draws anew only the row of a token that has changed', async () => {
  const draft = show();
  await user.click(screen.getByRole('tab', { name: 'Spacing' }));
  drawn.length = 0;
  const [token] = listTokens(draft.document).filter(({ path }) => path === 'space.4');
  act(() => draft.change(setValue(draft.document, token!, null, { value: 17, unit: 'px' })));
  expect(drawn.map((value) => valueText('dimension', value as JsonValue))).toEqual(['17px']);
});
