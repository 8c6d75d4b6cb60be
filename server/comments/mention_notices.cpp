#include "server/comments/mention_notices.hpp"

#include <algorithm>

#include "server/collaboration/page_record.hpp"
#include "server/collaboration/room_store.hpp"
#include "server/comments/comment_letter.hpp"
#include "server/comments/mentions.hpp"

namespace pagewright::comments {

Outcome<std::vector<Person>> MentionNotices::read(database::Connection& connection, const PageOf& page,
                                                  std::string_view body, const std::vector<Person>& before) {
  const auto refused = [](std::string message, std::string code) {
    return std::unexpected(
        Problem::validation("The comment was not added", {{"/body", std::move(message), std::move(code)}}));
  };
  const std::vector<std::string> ids = mentioned_ids(body);
  if (ids.size() > most_mentions)
    return refused("must mention at most " + std::to_string(most_mentions) + " people", "too_many");
  std::vector<Person> people;
  for (const std::string& id : ids) {
    if (const auto named = std::ranges::find(before, id, &Person::id); named != before.end()) {
      people.push_back(*named);
      continue;
    }
    const auto reader = TRY(find_reader(connection, page, id));
    if (!reader) return refused("mentions somebody who may not view the page", "unknown");
    people.push_back(reader->person);
  }
  return people;
}

Outcome<void> MentionNotices::notify(database::Connection& connection, const http::Caller& caller, const Thread& thread,
                                     const Comment& comment, const std::vector<Person>& before,
                                     Milliseconds now) const {
  if (!mailer_.is_configured() || comment.mentions.empty()) return {};
  const auto page = TRY(collaboration::find_record(connection, thread.page_id));
  std::map<std::string, std::string> names;
  for (const Person& person : comment.mentions) names[person.id] = person.name;
  const std::string text = with_names(comment.body, names);
  for (const Person& person : comment.mentions) {
    const bool was_told = std::ranges::find(before, person.id, &Person::id) != before.end();
    if (was_told || person.id == caller.user_id) continue;
    const auto reader = TRY(find_reader(connection, {thread.page_id, caller.organization_id}, person.id));
    if (!reader || !mail::is_address(reader->email)) continue;
    TRY(mailer_.enqueue(
        connection, caller.organization_id,
        mention_letter({.to = reader->email,
                        .author = caller.name,
                        .page_name = page.name,
                        .node_name = thread.node_name,
                        .text = text,
                        .link = editor_url_ + "/page-builder/" + thread.page_id + "/edit?comment=" + thread.id}),
        now));
  }
  return {};
}

}  // namespace pagewright::comments
