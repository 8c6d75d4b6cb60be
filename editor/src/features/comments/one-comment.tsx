import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PageComment } from '../../api/types.ts';
import { useSession } from '../../session/react.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { CommentBody } from './comment-body.tsx';
import { CommentField } from './comment-field.tsx';
import styles from './comments.module.css';

interface OneCommentProps {
  comment: PageComment;
  mayEdit: boolean;
  mayDelete: boolean;
  isBusy: boolean;
  /** Resolve to true when it is done. */
  onEdit: (body: string) => Promise<boolean>;
  onDelete: () => void;
}

export function OneComment({ comment, mayEdit, mayDelete, isBusy, onEdit, onDelete }: OneCommentProps) {
  const { drafts } = useSession().commenting;
  const target = `edit of ${comment.id}`;
  const [isEdited, setIsEdited] = useState(() => drafts.get().has(target));
  const [timesAsked, setTimesAsked] = useState(0);
  const { author } = comment;
  const edit = () => {
    setIsEdited(true);
    setTimesAsked(timesAsked + 1);
  };
  return (
    <article className={styles.comment} aria-label={`Comment by ${author.name}`}>
      <header className={styles.by}>
        <Avatar name={author.name} size="small" />
        <span className={styles.author}>{author.name}</span>
        <span className={styles.when}>
          <RelativeTime iso={comment.createdAt} />
          {comment.editedAt !== null && ' · edited'}
        </span>
        {(mayEdit || mayDelete) && (
          <Menu trigger={<IconButton size="small" tooltip={null} label={`More for the comment by ${author.name}`} icon={<MoreHorizontal size={15} />} className={styles.moreActions} />}>
            {mayEdit && (
              <MenuItem icon={<Pencil size={15} />} onSelect={edit}>
                Edit
              </MenuItem>
            )}
            {mayDelete && (
              <MenuItem icon={<Trash2 size={15} />} isDangerous onSelect={onDelete}>
                Delete
              </MenuItem>
            )}
          </Menu>
        )}
      </header>
      {isEdited ? (
        <CommentField
          target={target}
          label="Edit the comment"
          placeholder=""
          submitLabel="Save"
          initial={comment}
          isBusy={isBusy}
          focusRequest={timesAsked}
          onClose={() => setIsEdited(false)}
          onSubmit={onEdit}
        />
      ) : (
        <CommentBody comment={comment} />
      )}
    </article>
  );
}
