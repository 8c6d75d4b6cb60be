/** What the scopes of one thing let a program do, in the order in which they are offered. */
export interface ScopeGroup {
  name: string;
  scopes: readonly { scope: string; means: string }[];
}

const groups: readonly ScopeGroup[] = [
  {
    name: 'Pages',
    scopes: [
      { scope: 'pages:read', means: 'Read pages, their versions, comments and previews' },
      { scope: 'pages:write', means: 'Make and change pages' },
      { scope: 'comments:write', means: 'Comment on pages' },
      { scope: 'pages:share', means: 'Decide who may do what with a page' },
      { scope: 'pages:delete', means: 'Delete pages' },
      { scope: 'publish', means: 'Publish pages and take them offline' },
    ],
  },
  {
    name: 'Design and building blocks',
    scopes: [
      { scope: 'components:read', means: 'Read components' },
      { scope: 'components:write', means: 'Make and change components of your own' },
      { scope: 'templates:read', means: 'Read page templates' },
      { scope: 'templates:write', means: 'Make and change page templates' },
      { scope: 'design-tokens:read', means: 'Read the design' },
      { scope: 'design-tokens:write', means: 'Change the design' },
      { scope: 'assets:read', means: 'Read pictures and files' },
      { scope: 'assets:write', means: 'Upload and change pictures and files' },
    ],
  },
  {
    name: 'Sites and visitors',
    scopes: [
      { scope: 'environments:read', means: 'Read the environments' },
      { scope: 'environments:visit', means: 'Get links to environments that only members see' },
      { scope: 'environments:write', means: 'Make and change environments' },
      { scope: 'releases:read', means: 'Read the releases' },
      { scope: 'forms:read', means: 'Read what visitors sent by forms' },
      { scope: 'forms:write', means: 'Delete what visitors sent by forms' },
    ],
  },
  {
    name: 'Organisation',
    scopes: [
      { scope: 'organization:read', means: 'Read what the organisation is called' },
      { scope: 'members:read', means: 'Read who is a member or invited' },
      { scope: 'members:write', means: 'Invite, change and remove members; make nobody an administrator' },
      { scope: 'teams:read', means: 'Read the teams' },
      { scope: 'teams:write', means: 'Make and change teams' },
      { scope: 'webhooks:read', means: 'Read webhooks and what they sent' },
      { scope: 'webhooks:write', means: 'Make and change webhooks' },
      { scope: 'jobs:read', means: 'Read what the server has to do' },
      { scope: 'jobs:write', means: 'Repeat and cancel what the server has to do' },
      { scope: 'audit-log:read', means: 'Read the audit log' },
    ],
  },
];

const words = new Map(groups.flatMap(({ scopes }) => scopes.map(({ scope, means }) => [scope, means] as const)));

/** A scope that a newer server has and this table has not is told as the server calls it. */
export const wordsOf = (scope: string): string => words.get(scope) ?? scope;

/** The scopes that open something to the user, of those that the server knows. */
export function offeredScopes(known: Readonly<Record<string, boolean>>): ScopeGroup[] {
  const isOffered = (scope: string) => known[scope] === true;
  const others = Object.keys(known).filter((scope) => isOffered(scope) && scope !== 'any' && !words.has(scope));
  return [
    ...groups.map(({ name, scopes }) => ({ name, scopes: scopes.filter(({ scope }) => isOffered(scope)) })),
    { name: 'Others', scopes: others.map((scope) => ({ scope, means: scope })) },
  ].filter(({ scopes }) => scopes.length > 0);
}
