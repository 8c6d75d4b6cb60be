#include "server/comments/comment_service.hpp"

#include <algorithm>

#include "engine/diff/sentences.hpp"
#include "server/access/standing_store.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/collaboration/snapshot_store.hpp"
#include "server/events/event_store.hpp"
#include "server/idempotency/kept_answer.hpp"

namespace pagewright::comments {
namespace {

constexpr const char* not_said = "The comment was not added";

Problem no_such_thread() {
  return Problem::not_found("There is no such conversation on this page, or it was deleted.");
}

Outcome<Thread> must_find(database::Connection& connection, const std::string& page_id, const std::string& thread_id) {
  auto thread = TRY(find_thread(connection, page_id, thread_id));
  if (!thread) return std::unexpected(no_such_thread());
  return std::move(*thread);
}

Outcome<std::vector<Comment>::iterator> must_find(Thread& thread, const std::string& comment_id) {
  const auto comment = std::ranges::find(thread.comments, comment_id, &Comment::id);
  if (comment == thread.comments.end())
    return std::unexpected(Problem::not_found("There is no such comment, or it was deleted."));
  return comment;
}

// What other members write stays out of the audit log, which can't be cleaned.
Outcome<void> record(database::Connection& connection, const http::Caller& caller, std::string type,
                     const Thread& thread, std::string_view comment_id, Milliseconds now) {
  events::Event event = events::by(
      caller, std::move(type), thread.page_id,
      JsonText().text("threadId", thread.id).text("nodeId", thread.node_id).text("commentId", comment_id).take());
  event.told = thread.to_json();
  return events::record(connection, event, now);
}

}  // namespace

// A change of a page's comments, in the writer's transaction.
struct CommentService::Writing {
  const http::Caller& caller;
  const std::string& page_id;
  Milliseconds now;
  http::PageRights rights = {};

  // The page may be another's, or hidden, by now.
  [[nodiscard]] Outcome<void> begin(database::Connection& connection) {
    TRY(collaboration::lock_page(connection, page_id));
    const auto door = TRY(access::find_door(connection, page_id, caller.organization_id));
    if (!door) return std::unexpected(access::no_such_page());
    rights = TRY(access::find_rights(connection, caller, page_id, *door));
    return access::check(rights, http::PageRight::view);
  }
  [[nodiscard]] bool is_by_caller(const Comment& comment) const { return comment.author.id == caller.user_id; }
  [[nodiscard]] PageOf page() const { return {page_id, caller.organization_id}; }
  // Always later than before, so that of two states of a thread the newer is known.
  void touch(Thread& thread) const { thread.updated_at = std::max(now, thread.updated_at + 1); }
};

CommentService::CommentService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                               const mail::Mailer& mailer, std::string editor_url)
    : surroundings_(std::move(surroundings)),
      rooms_(rooms),
      mentions_(mailer, std::move(editor_url)),
      pace_by_author_(60, std::chrono::seconds(60)) {}

Task<Outcome<ThreadList>> CommentService::list(http::Caller caller, ThreadQuery query) {
  co_return co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<ThreadList> {
    if (!TRY(access::find_door(connection, query.page_id, caller.organization_id)))
      return std::unexpected(access::no_such_page());
    return comments::list(connection, query);
  });
}

Task<Outcome<Thread>> CommentService::get(http::Caller caller, std::string page_id, std::string thread_id) {
  co_return co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<Thread> {
    if (!TRY(access::find_door(connection, page_id, caller.organization_id)))
      return std::unexpected(access::no_such_page());
    return must_find(connection, page_id, thread_id);
  });
}

Task<Outcome<Thread>> CommentService::begin(http::Caller caller, std::string page_id, std::string node_id,
                                            std::string branch, std::string body) {
  CO_TRY(keep_pace(caller));
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, branch));
  std::string node_name;
  if (!node_id.empty()) {
    const auto checked = room->newest_checked();
    const auto id = document::NodeId::parse(node_id);
    const document::Node* node = id ? checked.document.find(*id) : nullptr;
    if (node == nullptr)
      co_return std::unexpected(Problem::validation(
          not_said, {{"/nodeId", "must be a part of the page: it may have been removed", "unknown"}}));
    node_name = diff::name_of(*node, checked.library->catalog());
  }
  const Milliseconds now = surroundings_.clock();
  const Thread begun{.id = new_uuid(),
                     .page_id = page_id,
                     .node_id = node_id,
                     .node_name = std::move(node_name),
                     .created_at = now,
                     .updated_at = now};
  co_return co_await write([&](database::Connection& connection) -> Outcome<Thread> {
    Thread thread = begun;
    Writing writing{.caller = caller, .page_id = page_id, .now = now};
    TRY(writing.begin(connection));
    if (TRY(count_threads(connection, page_id)) >= most_threads)
      return std::unexpected(Problem::conflict(not_said, "A page has at most " + std::to_string(most_threads) +
                                                             " conversations: delete some that are resolved."));
    TRY(insert(connection, thread));
    TRY(add(connection, writing, thread, body));
    TRY(idempotency::keep(connection, caller, 201, thread.to_json(), now));
    return thread;
  });
}

Task<Outcome<Thread>> CommentService::reply(http::Caller caller, std::string page_id, std::string thread_id,
                                            std::string body) {
  const auto change = [&](database::Connection& connection, const Writing& writing, Thread& thread) -> Outcome<void> {
    if (thread.comments.size() >= most_comments)
      return std::unexpected(Problem::conflict(
          not_said, "A conversation has at most " + std::to_string(most_comments) + " comments: begin another."));
    thread.resolved_at.reset();
    thread.resolved_by.reset();
    writing.touch(thread);
    TRY(update(connection, thread));
    TRY(add(connection, writing, thread, body));
    return idempotency::keep(connection, caller, 201, thread.to_json(), writing.now);
  };
  co_return co_await write(caller, page_id, thread_id, change);
}

Task<Outcome<Thread>> CommentService::resolve(http::Caller caller, std::string page_id, std::string thread_id,
                                              bool is_resolved) {
  const auto change = [&](database::Connection& connection, const Writing& writing, Thread& thread) -> Outcome<void> {
    if (!writing.rights.edit && !writing.is_by_caller(thread.comments.front()))
      return std::unexpected(Problem::forbidden("Who began a conversation resolves it, and who may edit the page."));
    if (thread.resolved_at.has_value() == is_resolved) return {};
    thread.resolved_at = is_resolved ? std::optional(writing.now) : std::nullopt;
    thread.resolved_by = is_resolved ? std::optional(Person{caller.user_id, caller.name}) : std::nullopt;
    writing.touch(thread);
    TRY(update(connection, thread));
    return record(connection, caller, is_resolved ? "comment.resolved" : "comment.reopened", thread, "", writing.now);
  };
  co_return co_await write(caller, page_id, thread_id, change);
}

Task<Outcome<Thread>> CommentService::edit(http::Caller caller, std::string page_id, std::string thread_id,
                                           std::string comment_id, std::string body) {
  const auto change = [&](database::Connection& connection, const Writing& writing, Thread& thread) -> Outcome<void> {
    Comment& comment = *TRY(must_find(thread, comment_id));
    if (!writing.is_by_caller(comment))
      return std::unexpected(Problem::forbidden("Nobody changes what somebody else has written."));
    if (comment.body == body) return {};
    const std::vector<Person> before = comment.mentions;
    comment.body = body;
    comment.edited_at = writing.now;
    comment.mentions = TRY(mentions_.read(connection, writing.page(), body, before));
    writing.touch(thread);
    TRY(update(connection, comment));
    TRY(update(connection, thread));
    TRY(mentions_.notify(connection, caller, thread, comment, before, writing.now));
    return record(connection, caller, "comment.edited", thread, comment.id, writing.now);
  };
  co_return co_await write(caller, page_id, thread_id, change);
}

Task<Outcome<void>> CommentService::remove(http::Caller caller, std::string page_id, std::string thread_id,
                                           std::string comment_id) {
  const auto change = [&](database::Connection& connection, const Writing& writing, Thread& thread) -> Outcome<void> {
    const auto comment = TRY(must_find(thread, comment_id));
    if (!writing.rights.edit && !writing.is_by_caller(*comment))
      return std::unexpected(Problem::forbidden("Who wrote a comment deletes it, and who may edit the page."));
    if (comment == thread.comments.begin()) {
      const auto is_own = [&](const Comment& other) { return writing.is_by_caller(other); };
      if (!writing.rights.edit && !std::ranges::all_of(thread.comments, is_own))
        return std::unexpected(
            Problem::forbidden("Others have answered: who may edit the page deletes the conversation."));
      TRY(remove_thread(connection, thread_id));
      thread.comments.clear();
    } else {
      TRY(remove_comment(connection, comment_id));
      thread.comments.erase(comment);
      writing.touch(thread);
      TRY(update(connection, thread));
    }
    return record(connection, caller, "comment.deleted", thread, comment_id, writing.now);
  };
  CO_TRY(co_await write(caller, page_id, thread_id, change));
  co_return Outcome<void>();
}

Task<Outcome<std::vector<Person>>> CommentService::find_people(http::Caller caller, std::string page_id,
                                                               std::string search) {
  constexpr std::int64_t most = 10;
  const auto find = [&](database::Connection& connection) -> Outcome<std::vector<Reader>> {
    if (!TRY(access::find_door(connection, page_id, caller.organization_id)))
      return std::unexpected(access::no_such_page());
    return find_readers(connection, {page_id, caller.organization_id}, search, most);
  };
  const auto readers = CO_TRY(co_await surroundings_.database.read(find));
  std::vector<Person> people;
  for (const Reader& reader : readers) people.push_back(reader.person);
  co_return people;
}

Outcome<void> CommentService::add(database::Connection& connection, const Writing& writing, Thread& thread,
                                  std::string_view body) const {
  Comment comment{.id = new_uuid(),
                  .thread_id = thread.id,
                  .author = {.id = writing.caller.user_id, .name = writing.caller.name},
                  .body = std::string(body),
                  .created_at = thread.updated_at};
  comment.mentions = TRY(mentions_.read(connection, writing.page(), body, {}));
  TRY(insert(connection, comment));
  thread.comments.push_back(comment);
  TRY(mentions_.notify(connection, writing.caller, thread, comment, {}, writing.now));
  return record(connection, writing.caller, "comment.created", thread, comment.id, writing.now);
}

Outcome<void> CommentService::keep_pace(const http::Caller& caller) {
  if (const auto wait = pace_by_author_.take(caller.user_id)) return std::unexpected(Problem::too_many_requests(*wait));
  return {};
}

Task<Outcome<Thread>> CommentService::write(std::function<Outcome<Thread>(database::Connection&)> change) {
  co_return co_await surroundings_.database.write_then(std::move(change), [this](const Outcome<Thread>& changed) {
    if (changed) tell(*changed);
  });
}

Task<Outcome<Thread>> CommentService::write(http::Caller caller, std::string page_id, std::string thread_id,
                                            ThreadChange change) {
  CO_TRY(keep_pace(caller));
  const Milliseconds now = surroundings_.clock();
  co_return co_await write([&](database::Connection& connection) -> Outcome<Thread> {
    Writing writing{.caller = caller, .page_id = page_id, .now = now};
    TRY(writing.begin(connection));
    Thread thread = TRY(must_find(connection, page_id, thread_id));
    TRY(change(connection, writing, thread));
    return thread;
  });
}

void CommentService::tell(const Thread& thread) {
  rooms_.tell(thread.page_id, thread.comments.empty() ? collaboration::thread_removed_message(thread.id)
                                                      : collaboration::thread_message(thread.to_json()));
}

}  // namespace pagewright::comments
