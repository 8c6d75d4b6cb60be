import { FileWarning } from 'lucide-react';
import { classNames } from './class-names.ts';
import { useBoxSize } from './use-box-size.ts';
import styles from './scaled-preview.module.css';

interface ScaledPreviewProps {
  /** A whole document; null while it is on its way. */
  html: string | null;
  /** The width in pixels that the page believes to have. */
  pageWidth?: number | undefined;
  hasFailed?: boolean | undefined;
  /** Named, it can be scrolled and read; without a name it is for the eye only. */
  label?: string | undefined;
  className?: string | undefined;
}

/**
 * A page in miniature. The frame is of an opaque origin and runs no scripts.
 */
export function ScaledPreview({ html, pageWidth = 1280, hasFailed = false, label, className }: ScaledPreviewProps) {
  const [box, size] = useBoxSize();

  const scale = size.width / pageWidth;
  return (
    <div
      ref={box}
      className={classNames(styles.box, html === null && !hasFailed && styles.waiting, label === undefined && styles.still, className)}
      aria-hidden={label === undefined || undefined}
      inert={label === undefined}
    >
      {hasFailed && (
        <div className={styles.failed}>
          <FileWarning size={22} />
        </div>
      )}
      {html !== null && scale > 0 && (
        <iframe
          className={styles.page}
          title={label ?? ''}
          sandbox=""
          tabIndex={label === undefined ? -1 : 0}
          srcDoc={html}
          style={{ width: pageWidth, height: Math.ceil(size.height / scale), transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
