import { exportTokens, type ExportFormat } from '../../api/design-tokens.ts';
import { explain } from '../../api/problem.ts';
import { showToast } from '../../ui/toast-queue.ts';

/** What is offered: of what is published, as docs/formats/tokens.md says. */
export const exportFormats: readonly { format: ExportFormat; label: string }[] = [
  { format: 'css', label: 'Export as CSS' },
  { format: 'scss', label: 'Export as SCSS' },
  { format: 'json', label: 'Export as JSON' },
  { format: 'tailwind', label: 'Export for Tailwind 4' },
  { format: 'tailwind-config', label: 'Export for Tailwind 3' },
  { format: 'dtcg', label: 'Export as design tokens (DTCG)' },
];

/** Lets the browser save the published tokens as a file. */
export async function saveExport(format: ExportFormat): Promise<void> {
  try {
    const { content, name } = await exportTokens(format);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name ?? 'design-tokens';
    link.click();
    // The browser reads it after this turn.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    showToast({ text: `${link.download} holds the tokens as they are published.` });
  } catch (error) {
    showToast({ text: `Nothing was exported. ${explain(error)}`, tone: 'danger' });
  }
}
