/** Joins those class names that are there: `classNames(styles.button, isWide && styles.wide, className)`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== null && name !== false && name !== '').join(' ');
}
