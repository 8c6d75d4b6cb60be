import { forwardRef, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { Spinner } from '../../ui/spinner.tsx';
import type { ChangeKind } from './change-groups.ts';
import { markedPage } from './marked-page.ts';
import { useBoxSize } from '../../ui/use-box-size.ts';
import styles from './version-compare.module.css';

export interface VersionFrameHandle {
  /** How far the page can be scrolled, in the pixels of the screen. */
  scrollable: () => number;
  /** Of what can be scrolled, 0–1. */
  scrollTo: (share: number) => void;
  /** Brings a part into the middle; gives how far the page is scrolled then, or null where it has no such part. */
  reveal: (node: string) => number | null;
}

interface VersionFrameProps {
  title: string;
  /** The page as the canvas shows it; null while it is on its way. */
  html: string | null;
  hasFailed: boolean;
  pageWidth: number;
  marks: ReadonlyMap<string, ChangeKind>;
  current: string | null;
  /** The page is there, or as high as another width makes it. */
  onReady: () => void;
}

/**
 * One side of a comparison. The editor reaches into the frame to scroll it; nothing in the frame reaches out: it runs no scripts,
 * takes no clicks, and its policy lets it load pictures, fonts and styles only.
 */
export const VersionFrame = forwardRef<VersionFrameHandle, VersionFrameProps>(function VersionFrame(
  { title, html, hasFailed, pageWidth, marks, current, onReady },
  handle,
) {
  const [box, size] = useBoxSize();
  const frame = useRef<HTMLIFrameElement>(null);
  const source = useMemo(() => (html === null ? null : markedPage(html, marks)), [html, marks]);
  const scale = size.width / pageWidth;

  const page = () => frame.current?.contentDocument?.scrollingElement ?? null;
  const range = () => {
    const root = page();
    return root ? Math.max(root.scrollHeight - root.clientHeight, 0) : 0;
  };
  const partOf = useCallback((node: string) => frame.current?.contentDocument?.querySelector(`[data-node="${CSS.escape(node)}"]`) ?? null, []);

  useImperativeHandle(handle, () => ({
    scrollable: () => range() * scale,
    scrollTo: (share) => page()?.scrollTo({ top: range() * share, behavior: 'instant' }),
    reveal: (node) => {
      const part = partOf(node);
      const root = page();
      if (!part || !root) return null;
      part.scrollIntoView({ block: part.getBoundingClientRect().height > root.clientHeight ? 'start' : 'center', behavior: 'instant' });
      return range() === 0 ? 0 : root.scrollTop / range();
    },
  }));

  const markCurrent = useCallback(() => {
    const document = frame.current?.contentDocument;
    for (const marked of document?.querySelectorAll('[data-current]') ?? []) marked.removeAttribute('data-current');
    if (current !== null) partOf(current)?.setAttribute('data-current', '');
  }, [current, partOf]);
  useLayoutEffect(markCurrent, [markCurrent]);
  useEffect(onReady, [onReady, pageWidth, size]);

  return (
    <div ref={box} className={styles.side}>
      {hasFailed && <p className={styles.notice}>This version can’t be shown any more: a component that it was made with is gone.</p>}
      {!hasFailed && source === null && (
        <p className={styles.notice} role="status">
          <Spinner size={16} /> Drawing {title}…
        </p>
      )}
      {source !== null && scale > 0 && (
        <iframe
          ref={frame}
          className={styles.frame}
          title={title}
          // Without allow-scripts: nothing in it runs.
          sandbox="allow-same-origin"
          tabIndex={-1}
          inert
          srcDoc={source}
          style={{ width: pageWidth, height: Math.ceil(size.height / scale), transform: `scale(${String(scale)})` }}
          onLoad={() => {
            markCurrent();
            onReady();
          }}
        />
      )}
    </div>
  );
});
