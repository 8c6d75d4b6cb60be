#include "server/retention/retention_service.hpp"

#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"

namespace pagewright::retention {
namespace {

using background::Attempt;
using background::Failure;

constexpr std::int64_t at_once = 200;
// So long after its last change nobody types any more, and what is due to a page in memory has been done.
constexpr Milliseconds left_after = 60LL * 60 * 1000;

Outcome<void> record_event(database::Connection& connection, const PageKey& page,
                           const std::vector<std::int64_t>& numbers, Milliseconds now) {
  std::vector<std::string> texts;
  for (const std::int64_t number : numbers) texts.push_back(std::to_string(number));
  return events::record(connection,
                        {.type = "versions.thinned_out",
                         .organization_id = page.organization_id,
                         .subject_id = page.id,
                         .payload = JsonText().text("pageId", page.id).raw("versionNumbers", json_array(texts)).take()},
                        now);
}

}  // namespace

RetentionService::RetentionService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                                   background::Kinds& kinds, const Policy& policy)
    : surroundings_(std::move(surroundings)),
      rooms_(rooms),
      policy_(policy),
      hourly_("retention.apply", kinds,
              {.attempt = [this](const background::Job&) { return apply(); }, .lease = std::chrono::minutes(30)},
              surroundings_.database, surroundings_.clock) {}

Task<Attempt> RetentionService::apply() {
  co_await catch_up();
  const unsigned failures = co_await thin_out_all() + co_await shorten_logs();
  if (is_stopping_) co_return std::unexpected(Failure{.reason = "The server was stopped meanwhile."});
  if (failures > 0)
    co_return std::unexpected(
        Failure{.reason = std::to_string(failures) + " pages were left as they are: see the log."});
  co_return Attempt();
}

// What the program would have done, had it not ended: an Auto-save, and a snapshot with it.
Task<void> RetentionService::catch_up() {
  const auto left = co_await surroundings_.database.read([&](database::Connection& connection) {
    return left_branches(connection, surroundings_.clock() - left_after, at_once);
  });
  if (!left) {
    log::error("branches that were left cannot be looked for", {{"cause", left.error().cause}});
    co_return;
  }
  for (const LeftBranch& branch : *left) {
    if (is_stopping_) co_return;
    const auto room = co_await rooms_.open(branch.page.id, branch.page.organization_id, branch.name);
    if (room) co_await (*room)->maintain();
    if (!room)
      log::warning("a page cannot be opened to save what was left",
                   {{"page", branch.page.id}, {"branch", branch.name}, {"cause", room.error().cause}});
  }
}

Task<unsigned> RetentionService::thin_out_all() {
  const Milliseconds now = surroundings_.clock();
  const auto youngest = std::chrono::milliseconds(std::min(policy_.hourly_after, policy_.daily_after)).count();
  unsigned failures = 0;
  std::string after;
  while (!is_stopping_) {
    const auto pages = co_await surroundings_.database.read([&](database::Connection& connection) {
      return pages_with_auto_saves(connection, now - youngest, after, at_once);
    });
    if (!pages) {
      log::error("pages with auto-saves cannot be looked for", {{"cause", pages.error().cause}});
      co_return failures + 1;
    }
    if (pages->empty()) break;
    for (const PageKey& page : *pages) {
      if (is_stopping_) break;
      if (const auto thinned = co_await thin_out_page(page); !thinned) {
        ++failures;
        log::error("the auto-saves of a page cannot be thinned out",
                   {{"page", page.id}, {"cause", thinned.error().cause}});
      }
    }
    after = pages->back().id;
  }
  co_return failures;
}

// In small transactions: others write between them.
Task<Outcome<void>> RetentionService::thin_out_page(PageKey page) {
  const Milliseconds now = surroundings_.clock();
  const auto saves = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return auto_saves_of(connection, page.id); }));
  const auto given_up = superfluous(policy_, saves, now);
  for (std::size_t begin = 0; begin < given_up.size() && !is_stopping_; begin += at_once) {
    const auto some = std::span(given_up).subspan(begin, std::min<std::size_t>(at_once, given_up.size() - begin));
    CO_TRY(co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<void> {
      const auto numbers = TRY(thin_out(connection, page.id, some));
      if (numbers.empty()) return {};
      return record_event(connection, page, numbers, now);
    }));
  }
  co_return Outcome<void>();
}

Task<unsigned> RetentionService::shorten_logs() {
  const Milliseconds now = surroundings_.clock();
  unsigned failures = 0;
  LogKey after;
  while (!is_stopping_) {
    const auto logs = co_await surroundings_.database.read(
        [&](database::Connection& connection) { return long_logs(connection, policy_, now, after, at_once); });
    if (!logs) {
      log::error("long logs cannot be looked for", {{"cause", logs.error().cause}});
      co_return failures + 1;
    }
    if (logs->empty()) break;
    for (const LogKey& log : *logs) {
      if (is_stopping_) break;
      const auto shortened = co_await surroundings_.database.write(
          [&](database::Connection& connection) { return shorten_log(connection, log, policy_, now); });
      if (shortened) continue;
      ++failures;
      log::error("a log cannot be shortened", {{"page", log.page_id}, {"cause", shortened.error().cause}});
    }
    after = logs->back();
  }
  co_return failures;
}

}  // namespace pagewright::retention
