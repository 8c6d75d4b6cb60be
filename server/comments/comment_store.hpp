// The SQL of comments.
#pragma once

#include "server/comments/comment_record.hpp"
#include "server/database/database.hpp"

namespace pagewright::comments {

enum class State : std::uint8_t { open, resolved, all };

struct ThreadQuery {
  std::string page_id;
  State state = State::open;
  std::string node_id = {};  // only those about this node; empty: all
  std::int64_t limit = 50;
  std::int64_t offset = 0;
};

struct ThreadList {
  std::vector<Thread> items;  // what was said last first
  std::int64_t total = 0;
  std::int64_t open = 0;  // of the page, whatever was asked for
  std::int64_t resolved = 0;
};
[[nodiscard]] Outcome<ThreadList> list(database::Connection& connection, const ThreadQuery& query);
[[nodiscard]] Outcome<std::optional<Thread>> find_thread(database::Connection& connection, std::string_view page_id,
                                                         std::string_view thread_id);
[[nodiscard]] Outcome<std::int64_t> count_threads(database::Connection& connection, std::string_view page_id);

// Without its comments.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Thread& thread);
// What can change of it.
[[nodiscard]] Outcome<void> update(database::Connection& connection, const Thread& thread);
[[nodiscard]] Outcome<void> remove_thread(database::Connection& connection, std::string_view thread_id);

// With its mentions.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Comment& comment);
[[nodiscard]] Outcome<void> update(database::Connection& connection, const Comment& comment);
[[nodiscard]] Outcome<void> remove_comment(database::Connection& connection, std::string_view comment_id);

// Members who may come in and may view the page, by name.
struct Reader {
  Person person;
  std::string email;
};
struct PageOf {
  std::string_view page_id;
  std::string_view organization_id;
};
// Whose name has `search` in it.
[[nodiscard]] Outcome<std::vector<Reader>> find_readers(database::Connection& connection, const PageOf& page,
                                                        const std::string& search, std::int64_t limit);
[[nodiscard]] Outcome<std::optional<Reader>> find_reader(database::Connection& connection, const PageOf& page,
                                                         std::string_view user_id);

}  // namespace pagewright::comments
