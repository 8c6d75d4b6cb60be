import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './card.module.css';

export function CardGrid({ label, size = 'medium', children }: { label: string; size?: 'medium' | 'small'; children: ReactNode }) {
  return (
    <ul className={classNames(styles.grid, styles[size])} aria-label={label}>
      {children}
    </ul>
  );
}

interface CardProps {
  /** Fills the upper part, as wide as the card. */
  picture: ReactNode;
  /** The heading, with the card's link in it: the link reaches over the whole card. */
  title: ReactNode;
  detail?: ReactNode;
  /** A menu or button, above the card's link. */
  corner?: ReactNode;
  isInteractive?: boolean | undefined;
  /** One below the heading that the card stands under. */
  level?: 2 | 3 | undefined;
}

export function Card({ picture, title, detail, corner, isInteractive = true, level = 2 }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <li className={classNames(styles.card, isInteractive && styles.interactive)}>
      <div className={styles.picture}>{picture}</div>
      <div className={styles.text}>
        <div className={styles.words}>
          <Heading className={styles.title}>{title}</Heading>
          {detail !== undefined && <div className={styles.detail}>{detail}</div>}
        </div>
        {corner !== undefined && <div className={styles.corner}>{corner}</div>}
      </div>
    </li>
  );
}

/** For the link or button in a card's title. */
export const cardLinkClass = styles.link;
/** For the preview in a card's picture. */
export const cardPreviewClass = styles.preview;
