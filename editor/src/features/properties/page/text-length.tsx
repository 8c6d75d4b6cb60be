import styles from './page-settings.module.css';

interface TextLengthProps {
  text: string;
  // Up to so many characters are shown whole, as a rule.
  best: number;
  // What happens with the rest: "Search engines cut the rest off."
  beyond: string;
}

// How long a text is beside how long it should be. A guide, not a limit.
export function TextLength({ text, best, beyond }: TextLengthProps) {
  const length = [...text].length;
  const isLong = length > best;
  return (
    <p className={styles.length} data-long={isLong || undefined} role={isLong ? 'status' : undefined}>
      {length} of about {best} characters.{isLong && ` ${beyond}`}
    </p>
  );
}
