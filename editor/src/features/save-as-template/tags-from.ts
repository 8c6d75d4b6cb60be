const most = 20;
const longest = 40; // characters

/** "Event, summer , event" → ["Event", "summer"]: each once, whatever its case. */
export function tagsFrom(text: string): string[] {
  const tags = new Map<string, string>();
  for (const part of text.split(',')) {
    const tag = [...part.trim()].slice(0, longest).join('').trim();
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, most);
}
