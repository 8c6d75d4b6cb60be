import { MessageSquare } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useSession } from '../../session/react.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './comments.module.css';
import { isResolved } from './threads.ts';
import { useLiveThreads } from './use-threads.ts';

/** Opens and closes the comments, and says how many are open. */
export function CommentsButton() {
  const { commenting } = useSession();
  const isOpen = useSyncExternalStore(commenting.isOpen.subscribe, commenting.isOpen.get);
  const open = useLiveThreads().filter((thread) => !isResolved(thread)).length;
  return (
    <span className={styles.opener}>
      <IconButton
        label={open === 0 ? 'Comments' : `Comments, ${open} open`}
        tooltip="Comments"
        icon={<MessageSquare size={17} />}
        isPressed={isOpen}
        onClick={() => commenting.toggle()}
      />
      {open > 0 && (
        <span className={styles.badge} aria-hidden="true">
          {open > 99 ? '99+' : open}
        </span>
      )}
    </span>
  );
}
