import styles from './avatar.module.css';
import { classNames } from './class-names.ts';
import { initialsOf } from './initials.ts';

interface AvatarProps {
  name: string;
  /** A CSS color on which white is legible; without it the picture is grey. */
  color?: string | undefined;
  size?: 'small' | 'medium' | undefined;
  className?: string | undefined;
}

/** Somebody's initials. Decoration: the name must stand beside it, or in a label. */
export function Avatar({ name, color, size = 'medium', className }: AvatarProps) {
  return (
    <span
      className={classNames(styles.avatar, size === 'small' && styles.small, color === undefined && styles.plain, className)}
      style={color === undefined ? undefined : { backgroundColor: color }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
