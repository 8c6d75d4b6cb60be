import { Columns3, Monitor, Moon, Smartphone, Sun, Tablet } from 'lucide-react';
import { useState } from 'react';
import { Segmented } from '../../ui/segmented.tsx';
import { useIsDark } from '../../ui/use-is-dark.ts';
import styles from './preview.module.css';
import { SteadyPreview } from './steady-preview.tsx';

const size = 15;
const widths = [
  { value: 'desktop', label: 'Desktop', width: 1280 },
  { value: 'tablet', label: 'Tablet', width: 768 },
  { value: 'phone', label: 'Phone', width: 390 },
] as const;
type Shown = 'all' | (typeof widths)[number]['value'];

interface PreviewProps {
  /** Null: nothing could be shown yet. */
  html: string | null;
  /** The draft has errors: what is shown is how it was before. */
  isStale: boolean;
}

export function Preview({ html, isStale }: PreviewProps) {
  const isEditorDark = useIsDark();
  const [shown, setShown] = useState<Shown>('all');
  const [darkness, setDarkness] = useState<'light' | 'dark' | null>(null);
  const isDark = darkness === null ? isEditorDark : darkness === 'dark';
  return (
    <section className={styles.preview} aria-label="Preview">
      <div className={styles.bar}>
        <Segmented
          label="Width of the preview"
          value={shown}
          onChange={setShown}
          areLabelsHidden
          options={[
            { value: 'all', label: 'All three', icon: <Columns3 size={size} /> },
            { value: 'desktop', label: 'Desktop', icon: <Monitor size={size} /> },
            { value: 'tablet', label: 'Tablet', icon: <Tablet size={size} /> },
            { value: 'phone', label: 'Phone', icon: <Smartphone size={size} /> },
          ]}
        />
        <p className={styles.state} role="status">
          {isStale && html !== null && 'As it was before the errors'}
        </p>
        <Segmented
          label="Appearance of the preview"
          value={isDark ? 'dark' : 'light'}
          onChange={setDarkness}
          areLabelsHidden
          options={[
            { value: 'light', label: 'Light', icon: <Sun size={size} /> },
            { value: 'dark', label: 'Dark', icon: <Moon size={size} /> },
          ]}
        />
      </div>
      {html === null ? (
        <p className={styles.empty}>{isStale ? 'The preview appears as soon as there are no errors.' : 'Loading the preview…'}</p>
      ) : (
        <div className={styles.widths} data-shown={shown}>
          {widths
            .filter(({ value }) => shown === 'all' || shown === value)
            .map(({ value, label, width }) => (
              <figure key={value} className={styles.width} data-width={value}>
                <figcaption className={styles.caption}>
                  {label} <span>{width}</span>
                </figcaption>
                <SteadyPreview html={html} pageWidth={width} label={`Preview: ${label}`} isDark={isDark} />
              </figure>
            ))}
        </div>
      )}
    </section>
  );
}
