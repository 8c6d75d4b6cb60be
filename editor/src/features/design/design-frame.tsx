import { useEffect, useRef, useState } from 'react';
import { useBoxSize } from '../../ui/use-box-size.ts';
import styles from './preview-pane.module.css';
import { framedPage, pageParts, type PageParts } from './framed-page.ts';

interface DesignFrameProps {
  title: string;
  html: string;
  pageWidth: number;
}

/**
 * A page in the width that it believes to have. The editor reaches into the frame to change its colours in place, so that it neither flickers nor
 * loses where it was scrolled to; nothing in the frame reaches out: it runs no scripts, and its policy lets it load pictures, fonts and styles only.
 */
export function DesignFrame({ title, html, pageWidth }: DesignFrameProps) {
  const [box, size] = useBoxSize();
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef<PageParts | null>(null);
  const [source, setSource] = useState('');

  useEffect(() => {
    const parts = pageParts(html);
    const before = shown.current;
    shown.current = parts;
    const sheets = frame.current?.contentDocument?.querySelectorAll('head > style');
    if (before && before.rest === parts.rest && sheets?.length === parts.sheets.length) {
      restyle(sheets, parts.sheets);
    } else {
      setSource(framedPage(html));
    }
  }, [html]);

  // The page is no wider than the place that there is for it, and a narrow one is not made larger.
  const scale = size.width === 0 ? 0 : Math.min(1, size.width / pageWidth);
  return (
    <div ref={box} className={styles.box}>
      {scale > 0 && source !== '' && (
        <iframe
          ref={frame}
          className={styles.frame}
          title={title}
          // Without allow-scripts: nothing in it runs.
          sandbox="allow-same-origin"
          srcDoc={source}
          style={{ width: pageWidth, height: Math.ceil(size.height / scale), left: Math.max(0, (size.width - pageWidth * scale) / 2), transform: `scale(${String(scale)})` }}
          // What changed while it was loading.
          onLoad={() => {
            const sheets = frame.current?.contentDocument?.querySelectorAll('head > style');
            if (sheets && shown.current) restyle(sheets, shown.current.sheets);
          }}
        />
      )}
    </div>
  );
}

function restyle(sheets: NodeListOf<Element>, texts: readonly string[]): void {
  sheets.forEach((sheet, index) => {
    const css = texts[index] ?? '';
    if (sheet.textContent !== css) sheet.textContent = css;
  });
}
