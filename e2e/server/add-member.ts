import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { administrator, type PagewrightServer } from './pagewright-server.ts';

/** Puts a user with another role beside the administrator, with the same password: the API has no invitations yet. */
export function addMember(server: PagewrightServer, role: 'editor' | 'viewer', name: string = role): typeof administrator {
  const email = `${name}@example.org`;
  const database = new DatabaseSync(join(server.folder, 'pagewright.db'), { timeout: 5000 });
  const id = randomUUID();
  copyRow(database, 'users', 'email = ?', administrator.email, { id, email, name, search_text: `${name} ${email}` });
  copyRow(database, 'memberships', 'user_id = (SELECT id FROM users WHERE email = ?)', administrator.email, { user_id: id, role });
  database.close();
  return { email, password: administrator.password };
}

function copyRow(database: DatabaseSync, table: string, condition: string, parameter: string, changes: Record<string, string>): void {
  const row = { ...database.prepare(`SELECT * FROM ${table} WHERE ${condition}`).get(parameter), ...changes };
  const columns = Object.keys(row);
  database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...Object.values(row));
}
