import type { PageComment } from '../../api/types.ts';
import styles from './comments.module.css';
import { partsOf } from './mention-text.ts';

/** What somebody wrote, as text: nothing in it is markup. */
export function CommentBody({ comment }: { comment: PageComment }) {
  return (
    <p className={styles.body}>
      {partsOf(comment.body, comment.mentions).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <span key={index} className={styles.mention}>
            @{part.name}
          </span>
        ),
      )}
    </p>
  );
}
