#include "server/releases/release_health.hpp"

#include <algorithm>
#include <charconv>

#include "server/events/event_store.hpp"
#include "server/releases/release_check.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::releases {
namespace {

using background::Attempt;
using background::Failure;

constexpr Milliseconds pass_lasts = 60'000;

unsigned status_of(std::string_view head) {
  constexpr std::string_view beginning = "HTTP/1.1 ";
  unsigned status = 0;
  if (head.starts_with(beginning))
    std::from_chars(head.data() + beginning.size(), head.data() + std::min<std::size_t>(head.size(), 12), status);
  return status;
}

}  // namespace

// What is known of a release, and what was found.
struct ReleaseHealth::Examined {
  Release release;
  environments::Environment environment;
  std::vector<ReleasedPage> pages;  // that visitors still see as this release has them
  std::vector<CheckedPage> found = {};
  Milliseconds checked_at = 0;

  [[nodiscard]] bool is_failing() const {
    return std::ranges::any_of(found, [](const CheckedPage& page) { return !page.is_ok; });
  }
};

ReleaseHealth::ReleaseHealth(database::Database& database, const sites::SiteSnapshots& sites, ReleaseHistory& history,
                             background::Kinds& kinds, std::function<Milliseconds()> clock)
    : database_(database), sites_(sites), server_(sites), history_(history), clock_(std::move(clock)) {
  kinds.add(std::string(kind_of_check),
            {.attempt = [this](const background::Job& job) { return check(job); }, .lease = std::chrono::minutes(5)});
}

// Through the environment's main name, and through its gate if it has one.
CheckedPage ReleaseHealth::fetch(const environments::Environment& environment, const ReleasedPage& page) const {
  const std::string target = environment.hosts.empty() ? environment.path + page.path : page.path;
  const std::string host = environment.hosts.empty() ? std::string() : environment.hosts.front();
  std::string cookie;
  if (const auto gate = environment.gate())
    cookie = gate->cookie_name() + "=" + gate->pass(now_milliseconds() + pass_lasts);
  const auto snapshot = sites_.current();
  const auto answer = server_.answer({.method = "GET", .target = target, .host = host, .cookie = cookie}, *snapshot);
  const unsigned status = status_of(answer.head);
  const bool is_it = answer.head.find("ETag: \"" + page.content_hash + "\"") != std::string_view::npos;
  return {.path = page.path, .status = status, .is_ok = status == 200 && is_it};
}

Task<Attempt> ReleaseHealth::check(const background::Job& job) {
  const auto payload = json::parse(job.payload);
  const std::string id(payload ? json::find_string(*payload, "releaseId").value_or("") : "");
  auto examined = co_await database_.read([&](database::Connection& connection) -> Outcome<std::optional<Examined>> {
    auto release = TRY(find_for_check(connection, id));
    if (!release) return std::nullopt;
    auto environment = TRY(environments::find(connection, release->environment_id, release->organization_id));
    if (!environment) return std::nullopt;
    return Examined{.release = std::move(*release),
                    .environment = std::move(*environment),
                    .pages = TRY(still_shown(connection, id))};
  });
  if (!examined) co_return std::unexpected(Failure{.reason = "The release cannot be read."});
  if (!*examined || (*examined)->pages.empty()) co_return Attempt();  // something newer is shown by now
  Examined& seen = **examined;
  for (const ReleasedPage& page : seen.pages) seen.found.push_back(fetch(seen.environment, page));
  seen.checked_at = clock_();
  if (seen.is_failing() && !job.is_last_attempt())
    co_return std::unexpected(Failure{.reason = "Not all pages of the release are served yet."});
  if (!co_await note(seen)) co_return std::unexpected(Failure{.reason = "What was found cannot be stored."});
  co_return Attempt();
}

Task<Outcome<void>> ReleaseHealth::note(const Examined& examined) {
  std::string sentence = examined.is_failing() ? "Not all pages are served as they were released"
                                               : "All pages are served as they were released";
  if (examined.is_failing() && examined.release.rolls_back) sentence += ". " + co_await go_back(examined);
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(note_health(connection, examined.release.id, examined.is_failing(), examined.found, examined.checked_at));
    TRY(add_to_log(connection, examined.release.id, examined.checked_at, sentence));
    if (!examined.is_failing()) return {};
    const auto record =
        TRY(find(connection, examined.release.id, examined.release.organization_id, access::Reader::of_everything()));
    if (!record) return {};
    return events::record(connection,
                          {.type = "release.failing",
                           .organization_id = examined.release.organization_id,
                           .actor_id = {},
                           .subject_id = examined.release.id,
                           .payload = record->to_json()},
                          examined.checked_at);
  });
}

// In the name of who released it, who must be an administrator still. Says what came of it.
Task<std::string> ReleaseHealth::go_back(const Examined& examined) {
  const Release& release = examined.release;
  const auto before = co_await database_.read(
      [&](database::Connection& connection) { return release_before_newest(connection, release); });
  if (!before || before->empty()) co_return "There is no release to go back to";
  const auto user = co_await database_.read([&](database::Connection& connection) {
    return users::find(connection, release.author_id, release.organization_id);
  });
  if (!user || !*user || (*user)->role < http::Role::admin)
    co_return "It was not gone back: whoever released it is no administrator any more";
  const http::Caller caller{.user_id = release.author_id,
                            .organization_id = release.organization_id,
                            .name = (*user)->name,
                            .email = (*user)->email,
                            .role = (*user)->role};
  const auto moved =
      co_await history_.roll_back(caller, {.release_id = *before, .message = "The release before was failing"});
  co_return moved ? "The environment went back to the release before"
                  : "It was not gone back: " + moved.error().title + " " + moved.error().detail;
}

}  // namespace pagewright::releases
