import { useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { useBoxSize } from '../../ui/use-box-size.ts';
import styles from './preview.module.css';

interface SteadyPreviewProps {
  html: string | null;
  pageWidth: number;
  label: string;
  isDark: boolean;
}

interface Shown {
  html: string;
  number: number;
}

/**
 * A page at a width of its own, which doesn't flicker when it changes: the new one takes the old one's place when it is there. The frames are
 * of an opaque origin and run no scripts.
 */
export function SteadyPreview({ html, pageWidth, label, isDark }: SteadyPreviewProps) {
  const [box, size] = useBoxSize();
  const [frames, setFrames] = useState<readonly Shown[]>([]);
  const newest = frames.at(-1);
  if (html !== null && newest?.html !== html) setFrames([...frames.slice(-1), { html, number: (newest?.number ?? 0) + 1 }]);

  const scale = Math.min(size.width / pageWidth, 1);
  return (
    <div ref={box} className={classNames(styles.box, isDark && styles.dark)}>
      {scale > 0 &&
        frames.map(({ html: page, number }) => {
          const isNewest = number === newest?.number;
          return (
            <iframe
              key={number}
              className={styles.page}
              title={isNewest ? label : `${label}, before the last change`}
              sandbox=""
              srcDoc={page}
              data-is-newest={isNewest || undefined}
              aria-hidden={isNewest ? undefined : true}
              tabIndex={isNewest ? 0 : -1}
              // What the page prefers follows the frame's own scheme.
              style={{ width: pageWidth, height: Math.ceil(size.height / scale), transform: `scale(${String(scale)})`, colorScheme: isDark ? 'dark' : 'light' }}
              onLoad={() => setFrames((known) => (known.at(-1)?.number === number ? known.slice(-1) : known))}
            />
          );
        })}
    </div>
  );
}
