import { exportTokens, type ExportFormat } from '../../api/design-tokens.ts';
import { explain } from '../../api/problem.ts';
import { saveFile } from '../../ui/save-file.ts';
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
    const file = name ?? 'design-tokens';
    saveFile(content, file);
    showToast({ text: `${file} holds the tokens as they are published.` });
  } catch (error) {
    showToast({ text: `Nothing was exported. ${explain(error)}`, tone: 'danger' });
  }
}
