import { useQuery } from '@tanstack/react-query';
import { Monitor, Moon, Smartphone, Sun, Tablet } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { pagesFoundQuery, templatesQuery } from '../../api/queries.ts';
import type { ColorScheme } from '../../previews/design-preview.ts';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { DesignFrame } from './design-frame.tsx';
import styles from './preview-pane.module.css';
import { useView } from './use-design.ts';
import { useDrawnPage } from './use-drawn-page.ts';

const widths = [
  { value: '1280', label: 'Desktop', icon: <Monitor size={16} /> },
  { value: '768', label: 'Tablet', icon: <Tablet size={16} /> },
  { value: '390', label: 'Phone', icon: <Smartphone size={16} /> },
] as const;

const schemes = [
  { value: 'light', label: 'Light', icon: <Sun size={16} /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={16} /> },
] as const;

/** A page of the organisation in the tokens as they are being edited. */
export function PreviewPane() {
  const view = useView();
  const pages = useQuery(pagesFoundQuery(''));
  const templates = useQuery(templatesQuery());
  const [chosen, setChosen] = useState<string | null>(null);
  const [scheme, setScheme] = useState<ColorScheme>('light');
  const [width, setWidth] = useState<(typeof widths)[number]['value']>(() => (window.innerWidth < 640 ? '390' : '1280'));
  const options = [
    ...(pages.data ?? []).map(({ id, name }) => ({ value: `page ${id}`, label: name })),
    ...(templates.data ?? []).map(({ id, displayName }) => ({ value: `template ${id}`, label: `Template: ${displayName}` })),
  ];
  // The page that was changed last, until another one is chosen.
  const value = chosen ?? (pages.isPending ? null : (options[0]?.value ?? null));
  const [kind = '', id = ''] = value?.split(' ') ?? [];
  const { html, error, isPending } = useDrawnPage(value === null ? null : { kind: kind === 'page' ? 'page' : 'template', id }, view.document, scheme);
  const name = options.find((option) => option.value === value)?.label ?? '';

  return (
    <section className={styles.pane} aria-labelledby="design-preview">
      <h2 id="design-preview" className="visually-hidden">
        Preview
      </h2>
      <div className={styles.tools}>
        <Select label="Page of the preview" size="small" className={styles.choice} value={value ?? ''} options={options} onChange={setChosen} isDisabled={options.length === 0} />
        {view.under.has('dark') && <Segmented label="Appearance of the preview" value={scheme} options={schemes} areLabelsHidden onChange={setScheme} />}
        <Segmented label="Width of the preview" value={width} options={widths} areLabelsHidden onChange={setWidth} />
      </div>
      {error !== null && (
        <Notice tone="warning">
          {html === null ? 'The page can’t be shown: ' : 'The page is shown as it was before the last change: '}
          {explain(error).replace('design tokens/tokens: ', '')}
        </Notice>
      )}
      <div className={styles.stage} aria-busy={isPending || undefined}>
        {isPending && value !== null && (
          <p className={styles.waiting} role="status">
            <Spinner size={16} /> Drawing the page…
          </p>
        )}
        {value === null && !pages.isPending && !templates.isPending && <p className={styles.waiting}>There is no page to try the tokens on.</p>}
        {html !== null && <DesignFrame title={`Preview of ${name}`} html={html} pageWidth={Number(width)} />}
      </div>
    </section>
  );
}
