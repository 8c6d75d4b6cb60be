const day = 24 * 3600 * 1000;

/** When an invitation ends, in words. */
export function expiryOf(expiresAt: string, now: Date): { isOver: boolean; words: string } {
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return { isOver: true, words: 'The link works no more: send it again' };
  if (left < day) return { isOver: false, words: 'The link works for less than a day more' };
  const days = Math.round(left / day);
  return { isOver: false, words: `The link works for ${days} ${days === 1 ? 'day' : 'days'} more` };
}
