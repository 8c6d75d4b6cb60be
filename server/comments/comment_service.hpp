// Talking about the parts of a page: docs/access.md says who may what.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/comments/mention_notices.hpp"
#include "server/http/rate_limiter.hpp"

namespace pagewright::comments {

inline constexpr std::int64_t most_threads = 1'000;       // of a page
inline constexpr std::size_t most_comments = 200;         // of a thread
inline constexpr std::int64_t most_threads_at_once = 20;  // in an answer, which has all of their comments
inline constexpr std::size_t longest_comment = 4'000;     // in characters

// The routes ask before whether the caller may view the page; what is said is told to whoever has it open.
class CommentService {
 public:
  CommentService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                 const mail::Mailer& mailer, std::string editor_url);

  Task<Outcome<ThreadList>> list(http::Caller caller, ThreadQuery query);
  Task<Outcome<Thread>> get(http::Caller caller, std::string page_id, std::string thread_id);
  // About a node of the page, on whichever of its branches, or about the page (`node_id` empty).
  Task<Outcome<Thread>> begin(http::Caller caller, std::string page_id, std::string node_id, std::string branch,
                              std::string body);
  // Opens a thread that was resolved.
  Task<Outcome<Thread>> reply(http::Caller caller, std::string page_id, std::string thread_id, std::string body);
  // By who began the thread, and by who may edit the page.
  Task<Outcome<Thread>> resolve(http::Caller caller, std::string page_id, std::string thread_id, bool is_resolved);
  // By its author alone.
  Task<Outcome<Thread>> edit(http::Caller caller, std::string page_id, std::string thread_id, std::string comment_id,
                             std::string body);
  // By its author, and by who may edit the page. The first one goes with all of the thread, as long as nobody else
  // has answered or the caller may edit the page.
  Task<Outcome<void>> remove(http::Caller caller, std::string page_id, std::string thread_id, std::string comment_id);

  // Who can be mentioned: those who may view the page.
  Task<Outcome<std::vector<Person>>> find_people(http::Caller caller, std::string page_id, std::string search);

 private:
  struct Writing;
  [[nodiscard]] Outcome<void> add(database::Connection& connection, const Writing& writing, Thread& thread,
                                  std::string_view body) const;
  // Of all that one writes and changes, so that the pace of the one is no way around the other's.
  [[nodiscard]] Outcome<void> keep_pace(const http::Caller& caller);
  // Makes a change, and tells of the thread as it is then, in the order of commits.
  Task<Outcome<Thread>> write(std::function<Outcome<Thread>(database::Connection&)> change);
  // The same of a thread that is there, which the change may find as it should be already.
  using ThreadChange = std::function<Outcome<void>(database::Connection&, const Writing&, Thread&)>;
  Task<Outcome<Thread>> write(http::Caller caller, std::string page_id, std::string thread_id, ThreadChange change);
  void tell(const Thread& thread);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  const MentionNotices mentions_;
  http::RateLimiter pace_by_author_;
};

}  // namespace pagewright::comments
