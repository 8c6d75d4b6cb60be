import { expect, type Locator, type Page } from '@playwright/test';
import type { PagewrightServer } from '../server/pagewright-server.ts';

/** The screen of the design tokens, by what a person sees and does there. */
export class DesignScreen {
  constructor(readonly page: Page) {}

  static async open(page: Page, server: PagewrightServer): Promise<DesignScreen> {
    await page.goto(`${server.url}/page-builder/design`);
    const screen = new DesignScreen(page);
    await screen.untilOpen();
    return screen;
  }

  async untilOpen(): Promise<void> {
    await expect(this.page.getByRole('tab', { name: 'Colours' })).toBeVisible();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Finds a token by its path and opens it. */
  async unfold(path: string): Promise<Locator> {
    await this.page.getByRole('searchbox', { name: 'Search tokens' }).fill(path);
    const row = this.page.getByRole('listitem').filter({ has: this.page.getByRole('button', { expanded: false, name: new RegExp(`^${path}(Light| |→|#|\\d)`) }) });
    await row.getByRole('button', { expanded: false }).click();
    return this.page.locator('li', { has: this.page.getByRole('button', { expanded: true }) });
  }

  /** What the page of the preview has at a custom property. */
  preview(property: string): Promise<string> {
    return this.page
      .frameLocator('iframe[title^="Preview of"]')
      .locator('html')
      .evaluate((root, name) => getComputedStyle(root).getPropertyValue(name).trim(), property);
  }

  async untilSaved(): Promise<void> {
    await expect(this.page.getByText('Draft saved')).toBeVisible();
  }
}
