import { FileWarning } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './scaled-preview.module.css';

interface ScaledPreviewProps {
  /** A whole document; null while it is on its way. */
  html: string | null;
  /** The width in pixels that the page believes to have. */
  pageWidth?: number | undefined;
  hasFailed?: boolean | undefined;
  className?: string | undefined;
}

/**
 * A page in miniature: for the eye only. The frame is of an opaque origin, runs no scripts, takes no clicks and no focus.
 */
export function ScaledPreview({ html, pageWidth = 1280, hasFailed = false, className }: ScaledPreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scale = size.width / pageWidth;
  return (
    <div ref={box} className={classNames(styles.box, html === null && !hasFailed && styles.waiting, className)} aria-hidden="true" inert>
      {hasFailed && (
        <div className={styles.failed}>
          <FileWarning size={22} />
        </div>
      )}
      {html !== null && scale > 0 && (
        <iframe
          className={styles.page}
          title=""
          sandbox=""
          tabIndex={-1}
          srcDoc={html}
          style={{ width: pageWidth, height: Math.ceil(size.height / scale), transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
