#include "server/comments/comment_store.hpp"

#include <map>

#include "server/access/standing_store.hpp"
#include "server/base/fold.hpp"

namespace pagewright::comments {
namespace {

constexpr std::string_view select_threads =
    "SELECT t.id, t.page_id, t.node_id, t.node_name, t.created_at, t.updated_at, t.resolved_at, t.resolved_by, r.name "
    "FROM comment_threads t LEFT JOIN users r ON r.id = t.resolved_by WHERE t.page_id = $1";

std::string_view condition_of(State state) {
  switch (state) {
    case State::open:
      return " AND t.resolved_at IS NULL";
    case State::resolved:
      return " AND t.resolved_at IS NOT NULL";
    case State::all:
      return "";
  }
  __builtin_unreachable();
}

Thread read_thread(database::Row row) {
  Thread thread{.id = row.text(0),
                .page_id = row.text(1),
                .node_id = row.optional_text(2).value_or(""),
                .node_name = row.text(3),
                .created_at = row.integer(4),
                .updated_at = row.integer(5)};
  if (!row.is_null(6)) thread.resolved_at = row.integer(6);
  if (auto by = row.optional_text(7)) thread.resolved_by = {std::move(*by), row.optional_text(8).value_or("")};
  return thread;
}

Comment read_comment(database::Row row) {
  Comment comment{.id = row.text(0),
                  .thread_id = row.text(1),
                  .author = {.id = row.text(2), .name = row.text(3)},
                  .body = row.text(4),
                  .created_at = row.integer(5)};
  if (!row.is_null(6)) comment.edited_at = row.integer(6);
  return comment;
}

// Of the threads that `which`, a condition on comments c, leaves: by thread.
Outcome<std::map<std::string, std::vector<Comment>>> comments_where(
    database::Connection& connection, const std::string& which, std::initializer_list<database::Parameter> parameters) {
  std::map<std::string, std::vector<Person>> mentions;
  const auto mentioned =
      TRY(connection.query("SELECT m.comment_id, u.id, u.name FROM comment_mentions m JOIN comments c ON c.id = "
                           "m.comment_id JOIN users u ON u.id = m.user_id WHERE " +
                               which + " ORDER BY m.comment_id, u.id",
                           parameters));
  for (const auto row : mentioned) mentions[row.text(0)].push_back({.id = row.text(1), .name = row.text(2)});
  const auto rows =
      TRY(connection.query("SELECT c.id, c.thread_id, c.author_id, u.name, c.body, c.created_at, c.edited_at FROM "
                           "comments c JOIN users u ON u.id = c.author_id WHERE " +
                               which + " ORDER BY c.created_at, c.id",
                           parameters));
  std::map<std::string, std::vector<Comment>> by_thread;
  for (const auto row : rows) {
    Comment comment = read_comment(row);
    if (const auto named = mentions.find(comment.id); named != mentions.end())
      comment.mentions = std::move(named->second);
    by_thread[comment.thread_id].push_back(std::move(comment));
  }
  return by_thread;
}

// Members who may come in and may view the page $1 of the organisation $2.
const std::string select_readers =
    "SELECT u.id, u.name, u.email FROM memberships s JOIN users u ON u.id = s.user_id JOIN pages p ON p.id = $1 AND "
    "p.organization_id = s.organization_id WHERE s.organization_id = $2 AND s.deactivated_at IS NULL AND u.deleted_at "
    "IS NULL AND " +
    access::viewable_by("p", "u.id", "s.role");

std::vector<Reader> read_readers(const database::Rows& rows) {
  std::vector<Reader> readers;
  for (const auto row : rows)
    readers.push_back({.person = {.id = row.text(0), .name = row.text(1)}, .email = row.text(2)});
  return readers;
}

Outcome<void> insert_mentions(database::Connection& connection, const Comment& comment) {
  for (const Person& person : comment.mentions)
    TRY(connection.execute("INSERT INTO comment_mentions (comment_id, user_id) VALUES ($1, $2)",
                           {comment.id, person.id}));
  return {};
}

}  // namespace

Outcome<ThreadList> list(database::Connection& connection, const ThreadQuery& query) {
  std::string condition(condition_of(query.state));
  condition += " AND ($2 = '' OR t.node_id = $2)";
  ThreadList found;
  const auto total = TRY(connection.query("SELECT COUNT(*) FROM comment_threads t WHERE t.page_id = $1" + condition,
                                          {query.page_id, query.node_id}));
  found.total = total.front().integer(0);
  const auto counts = TRY(
      connection.query("SELECT COUNT(*), COUNT(resolved_at) FROM comment_threads WHERE page_id = $1", {query.page_id}));
  found.resolved = counts.front().integer(1);
  found.open = counts.front().integer(0) - found.resolved;
  condition += " ORDER BY t.updated_at DESC, t.id LIMIT $3 OFFSET $4";
  const std::initializer_list<database::Parameter> parameters{query.page_id, query.node_id, query.limit, query.offset};
  const auto rows = TRY(connection.query(std::string(select_threads) + condition, parameters));
  for (const auto row : rows) found.items.push_back(read_thread(row));
  if (found.items.empty()) return found;
  auto comments = TRY(comments_where(
      connection, "c.thread_id IN (SELECT t.id FROM comment_threads t WHERE t.page_id = $1" + condition + ")",
      parameters));
  for (Thread& thread : found.items) thread.comments = std::move(comments[thread.id]);
  return found;
}

Outcome<std::optional<Thread>> find_thread(database::Connection& connection, std::string_view page_id,
                                           std::string_view thread_id) {
  const auto rows = TRY(connection.query(std::string(select_threads) + " AND t.id = $2", {page_id, thread_id}));
  if (rows.empty()) return std::nullopt;
  Thread thread = read_thread(rows.front());
  thread.comments = std::move(TRY(comments_where(connection, "c.thread_id = $1", {thread_id}))[thread.id]);
  return thread;
}

Outcome<std::int64_t> count_threads(database::Connection& connection, std::string_view page_id) {
  const auto rows = TRY(connection.query("SELECT COUNT(*) FROM comment_threads WHERE page_id = $1", {page_id}));
  return rows.front().integer(0);
}

Outcome<void> insert(database::Connection& connection, const Thread& thread) {
  TRY(connection.execute(
      "INSERT INTO comment_threads (id, page_id, node_id, created_at, updated_at, resolved_at, resolved_by, node_name) "
      "VALUES ($1, $2, NULLIF($3, ''), $4, $5, NULL, NULL, $6)",
      {thread.id, thread.page_id, thread.node_id, thread.created_at, thread.updated_at, thread.node_name}));
  return {};
}

Outcome<void> update(database::Connection& connection, const Thread& thread) {
  const auto by = thread.resolved_by.transform([](const Person& person) { return person.id; });
  TRY(connection.execute("UPDATE comment_threads SET updated_at = $2, resolved_at = $3, resolved_by = $4 WHERE id = $1",
                         {thread.id, thread.updated_at, thread.resolved_at, by}));
  return {};
}

Outcome<void> remove_thread(database::Connection& connection, std::string_view thread_id) {
  TRY(connection.execute("DELETE FROM comment_threads WHERE id = $1", {thread_id}));
  return {};
}

Outcome<void> insert(database::Connection& connection, const Comment& comment) {
  TRY(connection.execute(
      "INSERT INTO comments (id, thread_id, author_id, created_at, edited_at, body) VALUES ($1, $2, $3, $4, NULL, $5)",
      {comment.id, comment.thread_id, comment.author.id, comment.created_at, comment.body}));
  return insert_mentions(connection, comment);
}

Outcome<void> update(database::Connection& connection, const Comment& comment) {
  TRY(connection.execute("UPDATE comments SET body = $2, edited_at = $3 WHERE id = $1",
                         {comment.id, comment.body, comment.edited_at}));
  TRY(connection.execute("DELETE FROM comment_mentions WHERE comment_id = $1", {comment.id}));
  return insert_mentions(connection, comment);
}

Outcome<void> remove_comment(database::Connection& connection, std::string_view comment_id) {
  TRY(connection.execute("DELETE FROM comments WHERE id = $1", {comment_id}));
  return {};
}

Outcome<std::vector<Reader>> find_readers(database::Connection& connection, const PageOf& page,
                                          const std::string& search, std::int64_t limit) {
  const std::string pattern = contains_pattern(fold(search));
  return read_readers(TRY(
      connection.query(select_readers + " AND u.search_text LIKE $3 ESCAPE '\\' ORDER BY u.search_text, u.id LIMIT $4",
                       {page.page_id, page.organization_id, pattern, limit})));
}

Outcome<std::optional<Reader>> find_reader(database::Connection& connection, const PageOf& page,
                                           std::string_view user_id) {
  auto readers = read_readers(
      TRY(connection.query(select_readers + " AND u.id = $3", {page.page_id, page.organization_id, user_id})));
  if (readers.empty()) return std::nullopt;
  return std::move(readers.front());
}

}  // namespace pagewright::comments
