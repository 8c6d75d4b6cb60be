import type { ReactNode } from 'react';
import { moveFocusInGrid } from './arrow-keys.ts';
import styles from './pictures.module.css';
import type { UploadUnderWay } from './use-uploads.ts';

/** Tiles of pictures; arrow keys go from one to the next. */
export function PictureGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.grid} role="group" aria-label={label} onKeyDown={moveFocusInGrid}>
      {children}
    </div>
  );
}

interface PictureTileProps {
  name: string;
  detail?: string | undefined;
  src: string;
  isChosen: boolean;
  onChoose: () => void;
}

export function PictureTile({ name, detail, src, isChosen, onChoose }: PictureTileProps) {
  return (
    <button type="button" data-tile className={styles.tile} aria-pressed={isChosen} onClick={onChoose} title={name}>
      <span className={styles.frame}>
        <img src={src} alt="" loading="lazy" decoding="async" />
      </span>
      <span className={styles.name}>{name}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    </button>
  );
}

/** How far it is, or why it did not arrive. */
export function UploadLine({ upload, onDismiss }: { upload: UploadUnderWay; onDismiss: () => void }) {
  const percent = Math.round(upload.share * 100);
  if (upload.fault !== undefined)
    return (
      <div className={styles.fault} role="alert">
        <span>
          <strong>{upload.name}</strong> {upload.fault}
        </span>
        <button type="button" className={styles.dismiss} onClick={onDismiss}>
          Dismiss
        </button>
      </div>
    );
  return (
    <div className={styles.upload}>
      <span className={styles.uploadName}>{upload.name}</span>
      <progress value={upload.share} max={1} aria-label={`Upload of ${upload.name}`} />
      <span className={styles.percent}>{percent < 100 ? `${String(percent)} %` : 'Preparing…'}</span>
    </div>
  );
}
