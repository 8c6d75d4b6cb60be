import { useLayoutEffect, useRef } from 'react';
import { useIsDark } from '../ui/use-is-dark.ts';
import styles from './code-editor.module.css';
import { showCodeTheme } from './code-theme.ts';
import { editor, type Language } from './monaco.ts';

interface CodeCompareProps {
  language: Language;
  before: string;
  after: string;
  beforeLabel: string;
  afterLabel: string;
}

/** Two texts, the changes marked. Side by side where there is room. */
export function CodeCompare({ language, before, after, beforeLabel, afterLabel }: CodeCompareProps) {
  const box = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  useLayoutEffect(() => showCodeTheme(isDark), [isDark]);

  useLayoutEffect(() => {
    const original = editor.createModel(before, language);
    const modified = editor.createModel(after, language);
    const shown = editor.createDiffEditor(box.current as HTMLDivElement, {
      automaticLayout: true,
      readOnly: true,
      domReadOnly: true,
      minimap: { enabled: false },
      fontSize: 13,
      lineHeight: 20,
      scrollBeyondLastLine: false,
      wordWrap: 'on',
      renderOverviewRuler: false,
      hideUnchangedRegions: { enabled: true },
      originalAriaLabel: beforeLabel,
      modifiedAriaLabel: afterLabel,
      tabFocusMode: true,
    });
    shown.setModel({ original, modified });
    return () => {
      shown.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [language, before, after, beforeLabel, afterLabel]);

  return <div ref={box} className={styles.code} data-code="compare" />;
}
