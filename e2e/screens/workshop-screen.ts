import { expect, type Locator, type Page } from '@playwright/test';

export type PartName = 'Schema' | 'Template' | 'Style' | 'Sample';

/** The workshop for components, by what a person sees and does there. */
export class WorkshopScreen {
  constructor(readonly page: Page) {}

  get source(): Locator {
    return this.page.getByRole('region', { name: 'Source' });
  }

  get problems(): Locator {
    return this.page.getByRole('region', { name: 'Problems' });
  }

  /** What the preview shows at a width. */
  preview(width: 'Desktop' | 'Tablet' | 'Phone') {
    return this.page.frameLocator(`iframe[title="Preview: ${width}"][data-is-newest]`);
  }

  async untilOpen(): Promise<void> {
    await expect(this.source.locator('.monaco-editor')).toBeVisible({ timeout: 20_000 });
  }

  async open(part: PartName): Promise<void> {
    await this.source.getByRole('tab', { name: new RegExp(`^${part}`) }).click();
  }

  /** Types at the caret, which stands after the first `after` of the part that is shown. */
  async typeAfter(after: string, text: string): Promise<void> {
    const code = this.page.locator('[data-code]').last();
    await code.click({ position: { x: 200, y: 20 } });
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.press('ControlOrMeta+f');
    const find = this.page.getByRole('textbox', { name: 'Find' });
    await find.fill(after);
    await find.press('Enter');
    await find.press('Escape');
    await this.page.keyboard.press('ArrowRight');
    await this.page.keyboard.type(text);
  }

  /** Pastes over the whole part that is shown. */
  async replaceAll(text: string): Promise<void> {
    await this.page.locator('[data-code]').last().click({ position: { x: 200, y: 20 } });
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** Takes back what was written in the part that is shown, until nothing is wrong. */
  async undoUntilChecked(): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('ControlOrMeta+z');
      await expect(this.problems.getByRole('status')).toHaveText('No problems', { timeout: 2000 });
    }).toPass();
  }

  async untilChecked(): Promise<void> {
    await expect(this.problems.getByRole('status')).toHaveText('No problems', { timeout: 20_000 });
  }
}
