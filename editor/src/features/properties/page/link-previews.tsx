import { ImageOff } from 'lucide-react';
import { useState } from 'react';

import { useUser } from '../../../api/use-credentials.ts';

import styles from './page-settings.module.css';

export interface LinkPreviewProps {
  title: string;
  description: string;
  // The whole address under which the page is published.
  address: string;
}

// About as much as search engines show.
const titleLength = 60;
const descriptionLength = 160;

// How search engines list the page.
export function SearchPreview({ title, description, address, isListed }: LinkPreviewProps & { isListed: boolean }) {
  const { organization } = useUser();
  if (!isListed) return <p className={styles.unlisted}>Search engines are asked to leave this page out.</p>;
  return (
    <figure className={styles.search} aria-label="How search engines may show the page">
      <p className={styles.site}>
        <strong>{organization.name}</strong>
        <span>{breadcrumbOf(address)}</span>
      </p>
      <p className={styles.searchTitle}>{cut(title, titleLength)}</p>
      <p className={styles.searchText}>{description === '' ? 'Without a description search engines take some sentence of the page.' : cut(description, descriptionLength)}</p>
    </figure>
  );
}

const wideEnough = 1200;

// How social networks and messengers show a link to the page.
export function SharePreview({ title, description, address, image }: LinkPreviewProps & { image: string }) {
  const [size, setSize] = useState<{ src: string; width: number; height: number } | null>(null);
  const isFailed = size?.src === image && size.width === 0;
  const isSmall = size?.src === image && size.width > 0 && size.width < wideEnough;
  return (
    <>
      <figure className={styles.share} aria-label="How a link to the page may look">
        <div className={styles.picture}>
          {image === '' || isFailed ? (
            <ImageOff size={22} aria-hidden="true" />
          ) : (
            <img
              src={image}
              alt=""
              onLoad={({ currentTarget }) => setSize({ src: image, width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
              onError={() => setSize({ src: image, width: 0, height: 0 })}
            />
          )}
        </div>
        <figcaption>
          <span className={styles.host}>{hostOf(address)}</span>
          <span className={styles.shareTitle}>{title}</span>
          {description !== '' && <span className={styles.shareText}>{description}</span>}
        </figcaption>
      </figure>
      {isFailed && (
        <p className={styles.warning} role="status">
          This picture can’t be loaded.
        </p>
      )}
      {isSmall && (
        <p className={styles.warning}>
          This picture is {size.width} × {size.height} pixels. From 1200 × 630 on it is sharp everywhere.
        </p>
      )}
    </>
  );
}

export function cut(text: string, length: number): string {
  const letters = [...text];
  if (letters.length <= length) return text;
  const kept = letters.slice(0, length).join('');
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), length / 2)).trimEnd()} …`;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function breadcrumbOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname } = new URL(address);
  return [origin, ...pathname.split('/').filter((part) => part !== '')].join(' › ');
}
