// The statements that a server runs for a request, by its log, and how SQLite finds the rows of each.
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

// What the server has logged since `from` (bytes): [{sql, milliseconds}], and where the log ends now.
export function statementsSince(logFile, from) {
  const bytes = readFileSync(logFile);
  const statements = [];
  for (const line of bytes.toString('utf8', from).split('\n')) {
    if (!line.includes('statement')) continue;
    const { sql, milliseconds } = JSON.parse(line);
    if (sql !== undefined) statements.push({ sql, milliseconds });
  }
  return { statements, end: bytes.length };
}

// The steps of the plans of statements that read a whole table or index, or sort what they found.
export class Plans {
  #database;
  #known = new Map();

  constructor(file) {
    this.#database = new DatabaseSync(file, { readOnly: true });
  }

  costlySteps(sql) {
    if (!this.#known.has(sql)) this.#known.set(sql, this.#ask(sql));
    return this.#known.get(sql);
  }

  #ask(sql) {
    if (!/^\s*(SELECT|WITH|UPDATE|DELETE)\b/i.test(sql)) return [];
    const steps = this.#database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    return steps.map(({ detail }) => detail).filter((detail) => /^SCAN\b(?! CONSTANT ROW)|TEMP B-TREE/.test(detail));
  }

  close() {
    this.#database.close();
  }
}
