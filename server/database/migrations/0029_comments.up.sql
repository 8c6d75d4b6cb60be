-- Conversations about parts of a page. node_id names no row: the part may be removed, and come back. Null: about the page. node_name is what the
-- part was called when the conversation began.
CREATE TABLE comment_threads (
  id TEXT PRIMARY KEY,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  node_id TEXT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  resolved_at BIGINT,
  resolved_by TEXT REFERENCES users (id),
  node_name TEXT NOT NULL
);
CREATE INDEX comment_threads_by_page ON comment_threads (page_id, updated_at, id);
CREATE INDEX comment_threads_by_resolver ON comment_threads (resolved_by);

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  thread_id TEXT NOT NULL REFERENCES comment_threads (id) ON DELETE CASCADE,
  author_id TEXT NOT NULL REFERENCES users (id),
  created_at BIGINT NOT NULL,
  edited_at BIGINT,
  body TEXT NOT NULL
);
CREATE INDEX comments_by_thread ON comments (thread_id, created_at, id);
CREATE INDEX comments_by_author ON comments (author_id);

CREATE TABLE comment_mentions (
  comment_id TEXT NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id),
  PRIMARY KEY (comment_id, user_id)
);
CREATE INDEX comment_mentions_by_user ON comment_mentions (user_id);
