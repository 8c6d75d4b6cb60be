import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { administrator, type PagewrightServer } from './pagewright-server.ts';

export type MemberRole = 'admin' | 'editor' | 'viewer';

/** Puts a user with another role beside the administrator, with the same password: without an invitation, and so at once. */
export function addMember(server: PagewrightServer, role: MemberRole, name: string = role): typeof administrator {
  addMembers(server, role, [name]);
  return { email: `${name}@example.org`, password: administrator.password };
}

/** As many as there are names, in one transaction. */
export function addMembers(server: PagewrightServer, role: MemberRole, names: readonly string[]): void {
  const database = new DatabaseSync(join(server.folder, 'pagewright.db'), { timeout: 5000 });
  database.exec('BEGIN IMMEDIATE');
  for (const name of names) {
    const email = `${name}@example.org`;
    const id = randomUUID();
    copyRow(database, 'users', 'email = ?', administrator.email, { id, email, name, search_text: `${name} ${email}` });
    copyRow(database, 'memberships', 'user_id = (SELECT id FROM users WHERE email = ?)', administrator.email, { user_id: id, role });
  }
  database.exec('COMMIT');
  database.close();
}

function copyRow(database: DatabaseSync, table: string, condition: string, parameter: string, changes: Record<string, string>): void {
  const row = { ...database.prepare(`SELECT * FROM ${table} WHERE ${condition}`).get(parameter), ...changes };
  const columns = Object.keys(row);
  database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...Object.values(row));
}
