import type { EnvironmentAccess, EnvironmentChange } from '../../../api/environments.ts';
import type { Environment } from '../../../api/types.ts';

/** An environment as its form has it. */
export interface EnvironmentDraft {
  name: string;
  hosts: readonly string[];
  /** Empty: as its first host name or its path gives it. */
  baseUrl: string;
  access: EnvironmentAccess;
  /** Empty: the one that there is, if any. */
  password: string;
}

export const newDraft: EnvironmentDraft = { name: '', hosts: [], baseUrl: '', access: 'public', password: '' };

export const draftOf = ({ name, hosts, baseUrl, access }: Environment): EnvironmentDraft => ({ name, hosts, baseUrl, access, password: '' });

/** Without empty rows and spaces around. */
const cleaned = ({ hosts, ...draft }: EnvironmentDraft): EnvironmentDraft => ({
  ...draft,
  name: draft.name.trim(),
  hosts: hosts.map((host) => host.trim().toLowerCase()).filter((host) => host !== ''),
  baseUrl: draft.baseUrl.trim().replace(/\/+$/, ''),
});

/** Only what is otherwise than it was: what somebody else changed meanwhile stays. */
export function changesIn(before: EnvironmentDraft, after: EnvironmentDraft): EnvironmentChange {
  const { name, hosts, baseUrl, access, password } = cleaned(after);
  return {
    ...(name === before.name ? {} : { name }),
    ...(JSON.stringify(hosts) === JSON.stringify(before.hosts) ? {} : { hosts: [...hosts] }),
    ...(baseUrl === before.baseUrl ? {} : { baseUrl: baseUrl === '' ? null : baseUrl }),
    ...(access === before.access ? {} : { access }),
    ...(access === 'password' && password !== '' ? { password } : {}),
  };
}

/** The server counts the host names that were sent, which leaves out empty rows: the row that it means. */
export function rowOfHost(draft: EnvironmentDraft, sent: number): number {
  return draft.hosts.flatMap((host, row) => (host.trim() === '' ? [] : [row]))[sent] ?? sent;
}
