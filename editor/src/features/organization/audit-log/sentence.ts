import type { AuditRecord } from '../../../api/audit-log.ts';
import { roleNames } from '../../../api/roles.ts';
import type { Role } from '../../../api/types.ts';

/** What a phrase may ask of a record. */
interface Subject {
  /** `the page “Clinic”` as it is called now, or was when it went; `a page` where nobody knows any more. */
  the: (kind: string) => string;
  /** The page that something was done on. The detail names that other thing. */
  page: string;
  /** Whom it was done to. */
  who: string;
  /** A member of the detail that is a text; empty where there is none. */
  text: (name: string) => string;
  /** How many there are of what a member of the detail lists, or counts: "3 pages". */
  count: (name: string, kind: string) => string;
  /** Whether it was done to whoever did it. */
  isOwn: boolean;
  /** Of a member: whether they may come in since. */
  isActive: boolean;
}

type Phrase = (subject: Subject) => string;

/** “name”, with a blank before it; or nothing. */
const quoted = (name: string): string => (name === '' ? '' : ` “${name}”`);
const an = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
const roleNamed = (name: string): string => (name in roleNames ? roleNames[name as Role].toLowerCase() : name);
const device = (text: Subject['text']): string => (text('device') === 'Unknown device' ? 'an unknown device' : text('device'));
const where = (text: Subject['text']): string => (text('environment') === '' ? '' : ` to ${text('environment')}`);

const itself =
  (kind: string) =>
  (verb: string): Phrase =>
  ({ the }) =>
    `${verb} ${the(kind)}`;
const onPage =
  (verb: string): Phrase =>
  ({ page }) =>
    `${verb} ${page}`;
const release =
  (verb: string): Phrase =>
  ({ count, text }) =>
    `${verb} ${count('pages', 'page')}${where(text)}`;
const branch =
  (verb: string): Phrase =>
  ({ page, text }) =>
    `${verb} the branch${quoted(text('name'))} of ${page}`;

const page = itself('page');
const team = itself('team');
const environment = itself('environment');
const webhook = itself('webhook');
const component = itself('component');
const template = itself('template');
const asset = itself('file');
const token = itself('API token');

const changedMember: Phrase = ({ who, text, isOwn, isActive }) => {
  const whom = isOwn ? 'themselves' : who;
  if (text('roleBefore') !== '') return `changed the role of ${whom} from ${roleNamed(text('roleBefore'))} to ${roleNamed(text('role'))}`;
  if (text('emailBefore') !== '') return `changed the e-mail address of ${whom} from ${text('emailBefore')} to ${text('email')}`;
  if (text('nameBefore') !== '') return `changed the name of ${whom}, who was called${quoted(text('nameBefore'))} before`;
  return `${isActive ? 'reactivated' : 'deactivated'} ${whom}`;
};

const changedProfile: Phrase = ({ text }) =>
  text('emailBefore') === '' ? `is called${quoted(text('name'))} now, and was called${quoted(text('nameBefore'))} before` : `changed their e-mail address from ${text('emailBefore')} to ${text('email')}`;

const phrases: Readonly<Record<string, Phrase>> = {
  'page.created': page('made'),
  'page.updated': page('changed'),
  'page.published': page('published'),
  'page.deleted': page('put into the trash'),
  'page.restored': page('restored from the trash'),
  'page.erased': page('deleted for good'),
  'page.owner_changed': page('gave a new owner to'),
  'page.team_changed': onPage('changed which team has'),
  'page.access_changed': onPage('changed who comes in to'),
  'page.shared': ({ page: shared, text }) => `shared ${shared} with ${text('name')}, who may ${text('level')} it`,
  'page.unshared': ({ page: shared, text }) => `shares ${shared} no longer with ${text('name')}`,
  'preview.published': release('made a preview of'),
  'release.published': release('published'),
  'release.promoted': release('promoted'),
  'release.rolled_back': release('went back with'),
  'release.scheduled': release('scheduled the publication of'),
  'release.failing': ({ text }) => `found that a release${where(text)} is not shown as it should be`,
  'releases.thinned_out': ({ the, count }) => `forgot ${count('releases', 'old release')} of ${the('environment')}`,
  'versions.thinned_out': ({ page: thinned, count }) => `thinned out ${count('versionNumbers', 'Auto-save')} of ${thinned}`,
  'member.invited': ({ text }) => `invited ${text('email')} as ${roleNamed(text('role'))}`,
  'member.invitation_revoked': ({ text }) => `revoked the invitation of ${text('email')}`,
  'member.joined': ({ text }) => `joined the organisation as ${roleNamed(text('role'))}`,
  'member.changed': changedMember,
  'member.removed': ({ who, isOwn }) => (isOwn ? 'left the organisation' : `removed ${who}`),
  'team.created': team('made'),
  'team.renamed': ({ text }) => `renamed a team to${quoted(text('name'))}`,
  'team.deleted': team('deleted'),
  'team.member_added': team('put somebody into'),
  'team.member_removed': team('took somebody out of'),
  'sign_in.succeeded': ({ text }) => `signed in on ${device(text)}`,
  'sign_in.refused': ({ who, text }) => `tried to sign in as ${who} with a wrong password, on ${device(text)}`,
  'sign_in.ended': ({ text }) => `signed out on ${device(text)}`,
  'sign_in.token_reused': ({ who }) => `used an old session of ${who} again, which was ended for that`,
  'user.profile_changed': changedProfile,
  'user.password_changed': () => 'changed their password',
  'user.password_reset': () => 'chose a new password by a link',
  'user.password_reset_requested': ({ who, isOwn }) => `asked for a link to a new password${isOwn ? '' : ` for ${who}`}`,
  'user.sessions_revoked': ({ count }) => `signed out ${count('revokedSessions', 'device')} of theirs`,
  'api_token.created': token('made'),
  'api_token.revoked': token('revoked'),
  'design_tokens.updated': () => 'changed the design',
  'design_tokens.published': () => 'published the design',
  'design_tokens.restored': () => 'restored an earlier design',
  'design_tokens.draft_saved': () => 'saved a draft of the design',
  'design_tokens.draft_deleted': () => 'discarded the draft of the design',
  'component.created': component('made'),
  'component.updated': component('changed'),
  'component.deleted': component('deleted'),
  'component.restored': component('restored'),
  'template.created': template('made'),
  'template.updated': template('changed'),
  'template.deleted': template('deleted'),
  'asset.created': asset('uploaded'),
  'asset.updated': asset('changed'),
  'asset.deleted': asset('deleted'),
  'environment.created': environment('made'),
  'environment.updated': environment('changed'),
  'environment.deleted': environment('deleted'),
  'environment.visited': environment('got a link to'),
  'webhook.created': webhook('made'),
  'webhook.updated': webhook('changed'),
  'webhook.deleted': webhook('deleted'),
  'webhook.secret_rotated': webhook('made a new secret for'),
  'webhook.pinged': webhook('sent a test message to'),
  'webhook.redelivered': webhook('sent a message again to'),
  'webhook.disabled': webhook('switched off, because its messages don’t arrive,'),
  'form.submitted': onPage('sent a form of'),
  'form.submission_deleted': () => 'deleted the answers that a visitor had sent by a form',
  'form.submissions_expired': onPage('deleted old answers of forms of'),
  'comment.created': onPage('commented on'),
  'comment.edited': onPage('changed a comment on'),
  'comment.deleted': onPage('deleted a comment on'),
  'comment.resolved': onPage('resolved a conversation on'),
  'comment.reopened': onPage('reopened a conversation on'),
  'branch.created': branch('made'),
  'branch.updated': branch('changed'),
  'branch.deleted': branch('deleted'),
  'branch.merged': ({ page: merged, text }) => `merged the branch${quoted(text('from'))} into${quoted(text('into'))} in ${merged}`,
  'tag.set': ({ page: tagged, text }) => `gave a version of ${tagged} the tag${quoted(text('name'))}`,
  'tag.deleted': ({ page: tagged, text }) => `took the tag${quoted(text('name'))} from a version of ${tagged}`,
  'job.retried': () => 'had a job done again',
  'job.cancelled': () => 'cancelled a job',
};

// These happen without anybody who is known, and are nevertheless not the program's doing.
const byStrangers = /^(sign_in|form\.submitted|user)/;

/** Who did it: somebody by name, a stranger, or the program itself. */
export function actorOf({ actor, action }: AuditRecord): string {
  if (actor !== null) return actor.name === '' ? actor.email : actor.name;
  return byStrangers.test(action) ? 'Somebody' : 'Pagewright';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function countOf(things: unknown, kind: string): string {
  const count = Array.isArray(things) ? things.length : typeof things === 'number' ? things : 0;
  return count === 0 ? `${kind}s` : `${count} ${count === 1 ? kind : `${kind}s`}`;
}

function subjectOf({ detail, subjectId, subjectName, actor }: AuditRecord): Subject {
  const told = detail as Readonly<Record<string, unknown>>;
  const text = (name: string) => textOf(told[name]);
  const named = (kind: string, name: string) => (name === '' ? an(kind) : `the ${kind}${quoted(name)}`);
  return {
    text,
    the: (kind) => named(kind, subjectName ?? (text('displayName') || text('name'))),
    page: named('page', subjectName ?? ''),
    who: subjectName ?? (text('name') || text('email') || 'somebody who is gone'),
    count: (name, kind) => countOf(told[name], kind),
    isOwn: actor !== null && actor.id === subjectId,
    isActive: told.isActive === true,
  };
}

/** A record as a sentence. Of what this editor has no words for, the name of the action. */
export function sentenceOf(record: AuditRecord): string {
  const phrase = phrases[record.action]?.(subjectOf(record)) ?? `did “${record.action}”`;
  const { apiToken } = record.detail as { apiToken?: { name?: unknown } };
  return `${actorOf(record)} ${phrase}${apiToken === undefined ? '' : `, with the API token${quoted(textOf(apiToken.name))}`}.`;
}

/** Those that this editor has words for. */
export const knownActions: readonly string[] = Object.keys(phrases);
