/** What events are about, and what can happen to it. */
export interface EventKind {
  /** The first word of its events: "page" of "page.published". */
  kind: string;
  one: string;
  several: string;
  /** By the rest of the event's name. */
  events: Readonly<Record<string, string>>;
}

const made = { created: 'created', updated: 'changed', deleted: 'deleted' };

/** The events that people choose from. The server knows more, which can be chosen through the API and are kept here. */
export const eventKinds: readonly EventKind[] = [
  {
    kind: 'page',
    one: 'Page',
    several: 'Pages',
    events: {
      ...made,
      published: 'published',
      restored: 'restored from the trash',
      erased: 'deleted for good',
      shared: 'shared with somebody',
      unshared: 'no longer shared with somebody',
      access_changed: 'opened or restricted',
      owner_changed: 'given to another owner',
      team_changed: 'given to another team',
    },
  },
  {
    kind: 'release',
    one: 'Release',
    several: 'Releases',
    events: { published: 'published', scheduled: 'scheduled', rolled_back: 'gone back to', promoted: 'brought to another environment', failing: 'failing for visitors' },
  },
  { kind: 'form', one: 'Form', several: 'Forms', events: { submitted: 'sent by a visitor', submission_deleted: 'answer deleted', submissions_expired: 'answers deleted after their time' } },
  { kind: 'comment', one: 'Comment', several: 'Comments', events: { created: 'written', edited: 'changed', resolved: 'resolved', reopened: 'reopened', deleted: 'deleted' } },
  { kind: 'branch', one: 'Branch', several: 'Branches', events: { ...made, merged: 'merged' } },
  { kind: 'template', one: 'Template', several: 'Templates', events: made },
  { kind: 'component', one: 'Component', several: 'Components', events: { ...made, restored: 'restored' } },
  { kind: 'design_tokens', one: 'Design', several: 'The design', events: { draft_saved: 'draft saved', draft_deleted: 'draft given up', published: 'published', restored: 'restored', updated: 'changed' } },
  { kind: 'asset', one: 'File', several: 'Files', events: { created: 'uploaded', updated: 'changed', deleted: 'deleted' } },
  { kind: 'environment', one: 'Environment', several: 'Environments', events: { ...made, visited: 'opened by a member' } },
  { kind: 'member', one: 'Member', several: 'Members', events: { invited: 'invited', invitation_revoked: 'invitation withdrawn', joined: 'joined', changed: 'changed', removed: 'removed' } },
  { kind: 'team', one: 'Team', several: 'Teams', events: { created: 'created', renamed: 'renamed', deleted: 'deleted', member_added: 'member added', member_removed: 'member removed' } },
];

/** "Page published" of page.published, "Everything about pages" of page.*; what has no words here stays as it is. */
export function eventName(pattern: string): string {
  if (pattern === '*') return 'Everything';
  if (pattern === 'webhook.ping') return 'Test message';
  const [first = '', ...rest] = pattern.split('.');
  const kind = eventKinds.find((candidate) => candidate.kind === first);
  if (kind === undefined) return pattern;
  if (rest.join('.') === '*') return `Everything about ${kind.several.toLowerCase()}`;
  const word = kind.events[rest.join('.')];
  return word === undefined ? pattern : `${kind.one} ${word}`;
}

/** Chosen patterns with one more, or one less. All of a kind stands for each of it. */
export function withPattern(patterns: readonly string[], pattern: string, isChosen: boolean): string[] {
  const others = patterns.filter((other) => other !== pattern && !(pattern.endsWith('.*') && other.startsWith(pattern.slice(0, -1))));
  return isChosen ? [...others, pattern] : others;
}

/** What was chosen through the API and has no place in the list. */
export function withoutPlace(patterns: readonly string[]): string[] {
  return patterns.filter((pattern) => pattern !== '*' && eventName(pattern) === pattern);
}
