import type { Locator } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { DesignScreen } from '../screens/design-screen.ts';
import { addMember } from '../server/add-member.ts';
import { Api } from '../server/api.ts';
import { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signInContext, test as base } from '../server/pagewright-test.ts';

// What these stories change holds for a whole organisation: they have a server of their own.
const test = base.extend<object, { server: PagewrightServer }>({
  server: [
    async ({}, use) => {
      const server = await PagewrightServer.start();
      await use(server);
      await server.remove();
    },
    { scope: 'worker' },
  ],
});

// A draft that there is not, one that is refused, one that somebody else changed and one that does not arrive: the browser reports each answer.
test.use({ provokedErrors: [/(status of 4(04|12|22)|net::ERR_FAILED) .*\/design-tokens\/draft\)$/] });

interface Shown {
  items: { path: string; pageName: string; hasNewDesign: boolean }[];
}
interface Draft {
  tokens: { color: Record<string, { $value: unknown }> };
}

const discardDraft = async (api: Api): Promise<void> => void (await api.request('DELETE', '/design-tokens/draft'));

test('a colour is changed, seen at once, and published', async ({ page, context, server, api }) => {
  const { items: environments } = await api.call<{ items: { id: string }[] }>('GET', '/environments');
  const shown = async (): Promise<Shown['items'][number]> => {
    const [first] = (await api.call<Shown>('GET', `/environments/${environments[0]?.id ?? ''}/pages`)).items;
    if (!first) throw new Error('nothing is published');
    return first;
  };
  await signInContext(context, server);
  await page.goto(`${server.url}/page-builder`);
  await page.getByRole('link', { name: 'Design', exact: true }).click();
  const screen = new DesignScreen(page);
  await screen.untilOpen();
  await expect(page.getByText('Published: version 1')).toBeVisible();
  await expect.poll(() => screen.preview('--color-primary')).toBe('#146b5a');

  await test.step('the preview follows before anything is saved', async () => {
    await page.route('**/design-tokens/draft', (route) => route.abort());
    const row = await screen.unfold('color.primary');
    await row.getByRole('button', { name: 'color.primary, Light: use a value of its own' }).click();
    await row.getByLabel('color.primary, Light: colour code').fill('#7a1fa2');
    await expect.poll(() => screen.preview('--color-primary')).toBe('#7a1fa2');
    await expect(page.getByText('Not saved yet')).toBeVisible();
    await page.unroute('**/design-tokens/draft');
    await screen.button('Try again').click();
    await screen.untilSaved();
    expect((await api.call<Draft>('GET', '/design-tokens/draft')).tokens.color.primary?.$value).toMatchObject({ hex: '#7a1fa2' });
  });

  await test.step('dark has values of its own', async () => {
    await page.getByRole('radio', { name: 'Dark', exact: true }).click();
    await expect.poll(() => screen.preview('--color-primary')).toBe('#7fc6b2');
    await page.getByRole('radio', { name: 'Light', exact: true }).click();
  });

  await test.step('what is hard to read is marked, and undone', async () => {
    const code = page.getByLabel('color.primary, Light: colour code');
    await code.fill('#f0c000');
    await expect(page.getByText(/^color\.on-primary on color\.primary, Light: 1\.\d\d : 1, needs 4\.5 : 1$/)).toBeVisible();
    await expect(page.getByText(/pairs of colours are hard to tell apart/)).toBeVisible();
    await screen.button('Undo').click();
    await expect(code).toHaveValue('#7a1fa2');
    await expect(page.getByText(/hard to tell apart/)).toHaveCount(0);
    await screen.untilSaved();
  });

  await screen.button('Publish').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'What changes' }).getByRole('listitem')).toHaveText(['color.primary becomes #7a1fa2, was → color.pine.600 (#146b5a)']);
  await dialog.getByLabel('What changed?').fill('Violet');
  await dialog.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByRole('dialog', { name: 'Version 2 is published' })).toBeVisible();
  expect(await shown()).toMatchObject({ hasNewDesign: true });
  const address = server.sitesUrl + (await shown()).path;
  expect(await (await fetch(address)).text()).not.toContain('#7a1fa2');
  await dialog.getByRole('button', { name: 'Publish 1 page of Production again' }).click();
  await expect(dialog.getByText('All published pages are in the new design.')).toBeVisible();
  expect(await (await fetch(address)).text()).toContain('--color-primary:#7a1fa2');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await test.step('the history knows who, and brings the first version back', async () => {
    await screen.button('History').click();
    await expect(dialog.getByRole('list', { name: 'Versions' }).getByRole('button').first()).toContainText(/Version 2.*Published.*Violet/s);
    await dialog.getByRole('button', { name: /^Version 1/ }).click();
    await dialog.getByRole('radio', { name: 'From it to now' }).click();
    await expect(dialog.getByRole('list', { name: 'From version 1 to now' }).getByRole('listitem')).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Restore version 1' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Restore version 1' }).click();
    await expect(page.getByText('Published: version 3')).toBeVisible();
    await expect.poll(() => screen.preview('--color-primary')).toBe('#146b5a');
  });
});

test('everything is done from the keyboard', async ({ page, context, server, api }) => {
  await signInContext(context, server);
  await page.goto(`${server.url}/page-builder`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('design');
  await page.keyboard.press('Enter');
  const screen = new DesignScreen(page);
  await screen.untilOpen();
  await page.getByRole('tab', { name: 'Colours' }).focus();
  for (const kind of ['Typography', 'Spacing', 'Radii']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: kind })).toBeFocused();
  }
  const large = page.getByRole('button', { name: /^Large/ });
  for (let step = 0; step < 6 && !(await large.evaluate((button) => button === document.activeElement)); step += 1) await page.keyboard.press('Tab');
  await expect(large).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const size = page.getByRole('spinbutton', { name: 'radius.large, Light: size' });
  await expect(size).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(size).toHaveValue('29');
  await expect.poll(() => screen.preview('--radius-large')).toBe('29px');

  // Another token's value, found by its name.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'radius.large, Light: use another token’s value' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search tokens' })).toBeFocused();
  await page.keyboard.type('xlarge');
  await page.keyboard.press('Enter');
  await expect.poll(() => screen.preview('--radius-large')).toBe('28px');

  await large.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => screen.preview('--radius-large')).toBe('29px');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => screen.preview('--radius-large')).toBe('28px');
  await screen.untilSaved();

  await screen.button('Import and export').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Discard the draft…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard the draft' }).press('Enter');
  await expect(page.getByText('Published: version')).toBeVisible();
  expect((await api.request('GET', '/design-tokens/draft')).status).toBe(404);
});

test('tokens and groups are added, renamed and deleted, and all of it is undone', async ({ page, context, server, api }) => {
  await signInContext(context, server);
  const screen = await DesignScreen.open(page, server);
  const draft = async () => (await api.call<{ tokens: Record<string, Record<string, unknown>> }>('GET', '/design-tokens/draft')).tokens;
  const search = page.getByRole('searchbox', { name: 'Search tokens' });

  await test.step('a token with a group of its own, by the mouse', async () => {
    await screen.button('Add a token').click();
    const dialog = page.getByRole('dialog', { name: 'Add a token' });
    await dialog.getByLabel('Group').fill('brand.house');
    await dialog.getByLabel('Name').fill('roof');
    await expectAccessible(page, 'the dialog for a new token');
    await dialog.getByLabel('Name').press('Enter');
    const code = page.getByLabel('brand.house.roof: colour code').or(page.getByLabel('brand.house.roof, Light: colour code'));
    await code.fill('#aa3311');
    await screen.untilSaved();
    expect((await draft()).brand?.house).toMatchObject({ roof: { $type: 'color', $value: { hex: '#aa3311' } } });
  });

  await test.step('a group is renamed by its menu', async () => {
    await search.fill('');
    await screen.button('Group Brand · House').click();
    await page.getByRole('menuitem', { name: 'Rename the group…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename the group brand.house' });
    await dialog.getByLabel('Name').fill('home');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await expect(page.getByRole('heading', { name: 'Brand · Home' })).toBeVisible();
    await screen.untilSaved();
    expect((await draft()).brand).toMatchObject({ home: { roof: {} } });
  });

  await test.step('a token is renamed by the keyboard, and what refers to it follows', async () => {
    await search.fill('color.pine.600');
    const row = page.getByRole('button', { name: /^color\.pine\.600/ }).first();
    await row.focus();
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog', { name: 'Rename the token color.pine.600' });
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await expectAccessible(page, 'the dialog for another name');
    await page.keyboard.type('deep');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await screen.untilSaved();
    expect((await draft()).color?.primary).toMatchObject({ $value: '{color.pine.deep}' });
    await expect.poll(() => screen.preview('--color-primary')).toBe('#146b5a');
    await screen.button('Undo').click();
  });

  await test.step('a token that others refer to is deleted, and they keep its value', async () => {
    await search.fill('color.pine.600');
    await page.getByRole('button', { name: /^color\.pine\.600/ }).first().focus();
    await page.keyboard.press('Delete');
    const question = page.getByRole('alertdialog', { name: 'Delete the token color.pine.600?' });
    await expect(question).toContainText('color.primary');
    await question.getByRole('button', { name: 'Delete' }).click();
    await screen.untilSaved();
    await expect.poll(async () => (await draft()).color?.primary).toMatchObject({ $value: { hex: '#146b5a' } });
    await expect.poll(() => screen.preview('--color-primary')).toBe('#146b5a');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(page.getByRole('button', { name: /^color\.pine\.600/ }).first()).toBeVisible();
    await screen.untilSaved();
  });
  await discardDraft(api);
});

test('signing out saves the draft, and asks where that can’t be done', async ({ page, context, server, api }) => {
  await signInContext(context, server);
  const screen = await DesignScreen.open(page, server);
  const signOut = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  await page.route('**/design-tokens/draft', (route) => route.abort());
  const row = await screen.unfold('color.success');
  await row.getByLabel('color.success, Light: colour code').fill('#0b5f3f');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await signOut();
  const question = page.getByRole('alertdialog', { name: 'Sign out without saving?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(row.getByLabel('color.success, Light: colour code')).toHaveValue('#0b5f3f');

  await page.unroute('**/design-tokens/draft');
  await signOut();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect((await api.call<Draft>('GET', '/design-tokens/draft')).tokens.color.success?.$value).toMatchObject({ hex: '#0b5f3f' });
  await discardDraft(api);
});

test('files are imported and exported, and faults name their place', async ({ page, context, server, api }) => {
  await signInContext(context, server);
  const screen = await DesignScreen.open(page, server);
  const choose = async (name: string, text: string): Promise<Locator> => {
    await screen.button('Import and export').click();
    await page.getByRole('menuitem', { name: 'Import a file…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import design tokens' });
    await dialog.getByLabel('Files').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    return dialog;
  };
  const { tokens } = await api.call<Draft>('GET', '/design-tokens');

  await test.step('no JSON, and no valid tokens', async () => {
    const dialog = await choose('brand.json', '{"color": ');
    await expect(dialog.getByRole('alert')).toContainText('brand.json: is no JSON');
    await expect(dialog.getByRole('button', { name: 'Import as draft' })).toBeDisabled();
    await page.keyboard.press('Escape');
    const faulty = { ...tokens, color: { ...tokens.color, text: { $value: '{color.inkk}' } } };
    await choose('brand.json', JSON.stringify(faulty));
    await dialog.getByRole('button', { name: 'Import as draft' }).click();
    await expect(dialog.getByRole('alert')).toContainText('color.text: refers to {color.inkk}, which is no token here');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Published: version')).toBeVisible();
  });

  await test.step('a file becomes the draft', async () => {
    const changed = { ...tokens, color: { ...tokens.color, primary: { $value: '#0b5fff' } } };
    const dialog = await choose('brand.json', JSON.stringify(changed));
    await expect(dialog.getByRole('list', { name: 'What the file changes' }).getByRole('listitem')).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Import as draft' }).click();
    await expect(dialog).toHaveCount(0);
    await screen.untilSaved();
    await expect.poll(() => screen.preview('--color-primary')).toBe('#0b5fff');
  });

  await test.step('what is published is exported', async () => {
    await screen.button('Import and export').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export as CSS' }).click();
    expect((await download).suggestedFilename()).toBe('design.css');
  });
  await discardDraft(api);
});

test('two people change the draft, and nobody’s work is written over unasked', async ({ page, context, server, api }) => {
  await signInContext(context, server);
  const screen = await DesignScreen.open(page, server);
  const { tokens } = await api.call<Draft>('GET', '/design-tokens');
  const editor = await Api.signIn(server.url, addMember(server, 'editor', 'noor'));
  await editor.call('PUT', '/design-tokens/draft', { tokens: { ...tokens, color: { ...tokens.color, accent: { $value: '#aa0000' } } } });

  const row = await screen.unfold('color.primary');
  await row.getByRole('button', { name: 'color.primary, Light: use a value of its own' }).click();
  const dialog = page.getByRole('dialog', { name: 'noor changed the draft too' });
  await expect(dialog.getByRole('list', { name: 'What differs' }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, 'two drafts');
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect.poll(() => screen.preview('--color-accent')).toBe('#aa0000');
  await screen.button('Undo').click();
  await screen.untilSaved();
  await expect.poll(async () => (await api.call<Draft>('GET', '/design-tokens/draft')).tokens.color.accent?.$value).toBe('{color.coral.600}');
  await discardDraft(api);
});

test('a viewer looks and changes nothing, an editor leaves publishing to administrators', async ({ page, context, server, api, browser }) => {
  await signInContext(context, server, addMember(server, 'viewer', 'vera'));
  const screen = await DesignScreen.open(page, server);
  await expect(page.getByText('View only')).toBeVisible();
  const row = await screen.unfold('color.success');
  await expect(row.getByLabel('color.success, Light: colour code')).toBeDisabled();
  for (const name of ['Undo', 'Publish']) await expect(screen.button(name)).toHaveCount(0);
  await expect.poll(() => screen.preview('--color-primary')).toBe('#146b5a');
  await screen.button('Import and export').click();
  await expect(page.getByRole('menuitem').first()).toHaveText('Export as CSS');
  await page.keyboard.press('Escape');
  await screen.button('History').click();
  await page.getByRole('dialog').getByRole('button', { name: /^Version 1/ }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Restore/ })).toHaveCount(0);

  const other = await browser.newContext();
  await signInContext(other, server, addMember(server, 'editor', 'emil'));
  const editors = await DesignScreen.open(await other.newPage(), server);
  await (await editors.unfold('color.primary')).getByRole('button', { name: 'color.primary, Light: use a value of its own' }).click();
  await editors.untilSaved();
  await editors.button('See changes').click();
  await expect(editors.page.getByRole('dialog', { name: 'Changes of the draft' }).getByText('Publishing is for administrators.')).toBeVisible();
  await expect(editors.page.getByRole('dialog').getByRole('button', { name: /^Publish/ })).toHaveCount(0);
  await other.close();
  await discardDraft(api);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme} at ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });

      test('the design screen is accessible and fits', async ({ page, context, server, api }) => {
        await signInContext(context, server);
        const screen = await DesignScreen.open(page, server);
        const check = async (what: string, within?: string): Promise<void> => {
          await expectAccessible(page, what, within);
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${what} scrolls sideways`).toBeLessThanOrEqual(width);
        };
        for (const { kind, token } of [
          { kind: 'Colours', token: /^Success/ },
          { kind: 'Typography', token: /^Body/ },
          { kind: 'Spacing', token: /^1 / },
          { kind: 'Radii', token: /^Small/ },
          { kind: 'Shadows', token: /^Medium/ },
          { kind: 'Other', token: /^Fast/ },
        ]) {
          await page.getByRole('tab', { name: kind }).click();
          await page.getByRole('button', { name: token }).first().click();
          await check(`design, ${kind}`);
        }
        const row = await screen.unfold('color.primary');
        await row.getByRole('button', { name: /^color.primary, Light: refers to/ }).click();
        await expect(page.getByRole('combobox', { name: 'Search tokens' })).toBeFocused();
        await check('choosing a token', '[role="dialog"]');
        await page.keyboard.press('Escape');
        await row.getByRole('button', { name: 'color.primary, Light: use a value of its own' }).click();
        await row.getByLabel('color.primary, Light: colour code').fill('#f0c000');
        await screen.untilSaved();
        await check('design, low contrast');
        for (const name of ['Publish', 'History']) {
          await screen.button(name).click();
          await expect(page.getByRole('dialog')).toBeVisible();
          await check(name);
          await page.keyboard.press('Escape');
        }
        if (width < 1000) {
          await page.getByRole('radio', { name: 'Preview', exact: true }).click();
          await check('design, preview');
        }
        await discardDraft(api);
      });
    });
  }
}
