import { useInfiniteQuery } from '@tanstack/react-query';
import { ImageOff, Images } from 'lucide-react';
import type { ReactNode } from 'react';
import { explain } from '../../../api/problem.ts';
import { assetsQuery } from '../../../api/queries.ts';
import type { Asset } from '../../../api/types.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PictureGrid, PictureTile } from './picture-grid.tsx';
import { thumbnailOf } from './picture-value.ts';
import styles from './pictures.module.css';

interface UploadedPicturesProps {
  src: string;
  search: string;
  onChoose: (asset: Asset) => void;
  /** The button that uploads, for when there is nothing to choose from. */
  upload: ReactNode;
}

const sizeOf = ({ width, height }: Asset) => (width === null || height === null ? 'Any size' : `${String(width)} × ${String(height)}`);

/** The organisation's pictures, the newest first. */
export function UploadedPictures({ src, search, onChoose, upload }: UploadedPicturesProps) {
  const query = useInfiniteQuery(assetsQuery({ kind: 'picture', search: search.trim() }));
  const assets = query.data?.pages.flatMap((page) => page.items) ?? [];

  if (query.isPending)
    return (
      <div className={styles.grid} aria-label="The pictures are loading">
        {Array.from({ length: 12 }, (_, number) => (
          <Skeleton key={number} height={148} />
        ))}
      </div>
    );
  if (query.isError)
    return (
      <EmptyState
        icon={<ImageOff size={24} />}
        title="The pictures could not be loaded"
        action={<Button onClick={() => void query.refetch()}>Try again</Button>}
      >
        {explain(query.error)}
      </EmptyState>
    );
  if (assets.length === 0)
    return search.trim() === '' ? (
      <EmptyState icon={<Images size={24} />} title="No pictures yet" action={upload}>
        Drop some here, paste one, or upload them: JPEG, PNG, WebP, AVIF, GIF or SVG.
      </EmptyState>
    ) : (
      <EmptyState icon={<ImageOff size={24} />} title={`Nothing is called “${search.trim()}”`}>
        Names and descriptions were searched.
      </EmptyState>
    );
  return (
    <>
      <PictureGrid label="Uploaded pictures">
        {assets.map((asset) => (
          <PictureTile
            key={asset.id}
            name={asset.name}
            detail={sizeOf(asset)}
            src={thumbnailOf(asset)}
            isChosen={asset.url === src}
            onChoose={() => onChoose(asset)}
          />
        ))}
      </PictureGrid>
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
