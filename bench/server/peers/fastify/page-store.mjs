// Pages and their versions in SQLite, by prepared statements; documents are kept and answered as the JSON text that they are.
import { createHash, randomUUID } from 'node:crypto';

import Database from 'better-sqlite3';

import { htmlOf, slugOf } from '../page-text.mjs';

const schema = `
  CREATE TABLE IF NOT EXISTS pages (
    id TEXT PRIMARY KEY, organization_id TEXT NOT NULL, owner_id TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, description TEXT NOT NULL,
    metadata TEXT NOT NULL, status TEXT NOT NULL, current_version_id TEXT, latest_version_number INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    published_at TEXT, published_by TEXT, structure TEXT NOT NULL, layout TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS pages_by_update ON pages (organization_id, updated_at);
  CREATE TABLE IF NOT EXISTS page_versions (
    id TEXT PRIMARY KEY, page_id TEXT NOT NULL REFERENCES pages (id), version_number INTEGER NOT NULL, message TEXT NOT NULL, author_id TEXT NOT NULL,
    created_at TEXT NOT NULL, snapshot TEXT NOT NULL, UNIQUE (page_id, version_number));
  CREATE TABLE IF NOT EXISTS releases (
    id TEXT PRIMARY KEY, environment_id TEXT NOT NULL, page_id TEXT NOT NULL REFERENCES pages (id), created_by TEXT NOT NULL, created_at TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS artifacts (
    id TEXT PRIMARY KEY, release_id TEXT NOT NULL REFERENCES releases (id), path TEXT NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL);
`;

const listed = `id, organization_id AS organizationId, owner_id AS ownerId, name, slug, description, metadata, status, current_version_id AS currentVersionId,
  latest_version_number AS latestVersionNumber, created_at AS createdAt, updated_at AS updatedAt, published_at AS publishedAt, published_by AS publishedBy`;

const emptyStructure = { components: [] };

// A row of pages as JSON, with its document or without.
function jsonOf({ structure, layout, metadata, ...rest }, withDocument = true) {
  const document = withDocument ? `,"structure":${structure},"layout":${layout}` : '';
  return `${JSON.stringify(rest).slice(0, -1)},"metadata":${metadata}${document}}`;
}

export class PageStore {
  constructor(file) {
    this.database = new Database(file);
    for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) this.database.pragma(setting);
    this.database.exec(schema);
    const prepare = (sql) => this.database.prepare(sql);
    this.statements = {
      find: prepare(`SELECT ${listed}, structure, layout FROM pages WHERE id = ? AND organization_id = ?`),
      list: prepare(`SELECT ${listed} FROM pages WHERE organization_id = ? ORDER BY updated_at DESC LIMIT ? OFFSET ?`),
      count: prepare('SELECT COUNT(*) FROM pages WHERE organization_id = ?').pluck(),
      slugTaken: prepare('SELECT 1 FROM pages WHERE slug = ?').pluck(),
      insert: prepare(`INSERT INTO pages VALUES (@id, @organizationId, @ownerId, @name, @slug, @description, @metadata, @status, @currentVersionId,
        @latestVersionNumber, @createdAt, @updatedAt, @publishedAt, @publishedBy, @structure, @layout)`),
      update: prepare(`UPDATE pages SET name = @name, description = @description, metadata = @metadata, status = @status, current_version_id = @currentVersionId,
        latest_version_number = @latestVersionNumber, updated_at = @updatedAt, published_at = @publishedAt, published_by = @publishedBy, structure = @structure,
        layout = @layout WHERE id = @id`),
      insertVersion: prepare('INSERT INTO page_versions VALUES (?, ?, ?, ?, ?, ?, ?)'),
      insertRelease: prepare('INSERT INTO releases VALUES (?, ?, ?, ?, ?)'),
      insertArtifact: prepare('INSERT INTO artifacts VALUES (?, ?, ?, ?, ?)'),
    };
    for (const method of ['create', 'update', 'publish']) this[method] = this.database.transaction(this[method].bind(this)).immediate;
  }

  close() {
    this.database.close();
  }

  list({ organizationId }, { limit, offset }) {
    const rows = this.statements.list.all(organizationId, limit, offset);
    const items = rows.map(({ metadata, ...rest }) => ({ ...rest, metadata: JSON.parse(metadata) }));
    return { items, total: this.statements.count.get(organizationId), limit, offset };
  }

  // JSON, or null: there is no such page. So do the others.
  get(caller, id) {
    const page = this.#find(caller, id);
    return page ? jsonOf(page) : null;
  }

  create(caller, { name, description = '', structure = emptyStructure, layout = {}, metadata = {} }) {
    const slug = slugOf(name);
    const page = {
      id: randomUUID(), organizationId: caller.organizationId, ownerId: caller.sub, name, description, status: 'draft', latestVersionNumber: 0, publishedAt: null, publishedBy: null,
      slug: this.statements.slugTaken.get(slug) ? `${slug}-${randomUUID().slice(0, 8)}` : slug,
      createdAt: new Date().toISOString(),
      structure: JSON.stringify(structure), layout: JSON.stringify(layout), metadata: JSON.stringify(metadata),
    };
    return jsonOf(this.#save(page, this.statements.insert, 'Initial version', caller));
  }

  update(caller, id, { name, description, structure, layout, metadata }) {
    const page = this.#find(caller, id);
    if (!page) return null;
    if (name !== undefined) page.name = name;
    if (description !== undefined) page.description = description;
    for (const [key, value] of Object.entries({ structure, layout, metadata })) if (value !== undefined) page[key] = JSON.stringify(value);
    return jsonOf(this.#save(page, this.statements.update, 'Auto-save', caller));
  }

  publish(caller, id, environmentId) {
    const page = this.#find(caller, id);
    if (!page) return null;
    const body = htmlOf(page.name, JSON.parse(page.structure));
    Object.assign(page, { status: 'published', publishedAt: new Date().toISOString(), publishedBy: caller.sub });
    this.#save(page, this.statements.update, 'Published', caller);
    const release = randomUUID();
    const artifact = { path: `/${page.slug}`, hash: createHash('sha256').update(body).digest('hex'), size: body.length };
    this.statements.insertRelease.run(release, environmentId, id, caller.sub, page.updatedAt);
    this.statements.insertArtifact.run(randomUUID(), release, artifact.path, artifact.hash, body);
    return `{"release":${JSON.stringify({ id: release, environmentId, artifacts: [artifact] })},"page":${jsonOf(page, false)}}`;
  }

  #find({ organizationId }, id) {
    return this.statements.find.get(id, organizationId);
  }

  // Stores the page and a version of it as it is now.
  #save(page, statement, message, caller) {
    page.currentVersionId = randomUUID();
    page.latestVersionNumber++;
    page.updatedAt = new Date().toISOString();
    statement.run(page);
    const snapshot = `{"structure":${page.structure},"layout":${page.layout}}`;
    this.statements.insertVersion.run(page.currentVersionId, page.id, page.latestVersionNumber, message, caller.sub, page.updatedAt, snapshot);
    return page;
  }
}
