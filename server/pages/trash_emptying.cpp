#include "server/pages/trash_emptying.hpp"

#include "server/logging/log.hpp"
#include "server/pages/trash_store.hpp"

namespace pagewright::pages {

TrashEmptying::TrashEmptying(database::Database& database, TrashService& trash, background::Kinds& kinds,
                             Settings settings)
    : database_(database),
      trash_(trash),
      settings_(std::move(settings)),
      hourly_("trash.empty", kinds,
              {.attempt = [this](const background::Job&) { return empty(); }, .lease = std::chrono::minutes(30)},
              database, settings_.clock) {}

// A page at a time, in a transaction of its own: others write between them, and one that can't be erased keeps none
// of the rest.
Task<background::Attempt> TrashEmptying::empty() {
  constexpr std::int64_t at_once = 100;
  const Milliseconds deleted_before = settings_.clock() - std::chrono::milliseconds(settings_.kept_for).count();
  unsigned failures = 0;
  Trashed after;
  while (!is_stopping_) {
    const auto pages = co_await database_.read(
        [&](database::Connection& connection) { return trashed_before(connection, deleted_before, after, at_once); });
    if (!pages) co_return std::unexpected(background::Failure{.reason = pages.error().cause});
    if (pages->empty()) break;
    for (const Trashed& page : *pages) {
      if (is_stopping_) break;
      const auto erased = co_await trash_.erase_expired(page.id, page.organization_id, deleted_before);
      if (erased) continue;
      ++failures;
      log::error("a page in the trash cannot be erased", {{"page", page.id}, {"cause", erased.error().cause}});
    }
    after = pages->back();
  }
  if (is_stopping_) co_return std::unexpected(background::Failure{.reason = "The server was stopped meanwhile."});
  if (failures > 0)
    co_return std::unexpected(
        background::Failure{.reason = std::to_string(failures) + " pages stay in the trash: see the log."});
  co_return background::Attempt();
}

}  // namespace pagewright::pages
