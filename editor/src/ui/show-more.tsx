import { Button } from './button.tsx';
import styles from './show-more.module.css';

interface ShowMoreProps {
  hasMore: boolean;
  isBusy: boolean;
  onMore: () => void;
}

/** Below a list that is longer than what is shown of it. */
export function ShowMore({ hasMore, isBusy, onMore }: ShowMoreProps) {
  if (!hasMore) return null;
  return (
    <div className={styles.more}>
      <Button isBusy={isBusy} onClick={onMore}>
        Show more
      </Button>
    </div>
  );
}
