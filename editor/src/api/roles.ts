import type { Role } from './types.ts';

export const roles: readonly Role[] = ['viewer', 'editor', 'admin'];

export const roleNames: Record<Role, string> = { admin: 'Administrator', editor: 'Editor', viewer: 'Viewer' };

/** What somebody may by their role alone. */
export const roleMeans: Record<Role, string> = {
  viewer: 'Looks at pages and comments on them.',
  editor: 'Makes and changes pages, components and drafts of the design. Publishes nothing.',
  admin: 'May everything: publishes pages and the design, deletes them, and decides who is a member and what they may do.',
};
