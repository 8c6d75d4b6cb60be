/** One or two letters that stand for a person: "Ada Lovelace" → "AL". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/).filter((word) => word !== '');
  const first = (word: string | undefined) => [...(word ?? '')][0] ?? '';
  return (first(words[0]) + (words.length > 1 ? first(words[1]) : '')).toUpperCase();
}
