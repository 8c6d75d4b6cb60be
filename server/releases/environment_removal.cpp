#include "server/releases/environment_removal.hpp"

#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/releases/scheduled_release.hpp"
#include "server/releases/thinning.hpp"

namespace pagewright::releases {
namespace {

using environments::Environment;

constexpr const char* not_deleted = "The environment was not deleted";

std::unexpected<Problem> refuse(std::string detail) {
  return std::unexpected(Problem::conflict(not_deleted, std::move(detail)));
}

Outcome<std::vector<std::string>> pages_of(database::Connection& connection, std::string_view environment_id) {
  std::vector<std::string> ids;
  const auto rows = TRY(connection.query(
      "SELECT page_id FROM environment_pages WHERE environment_id = $1 ORDER BY page_id", {environment_id}));
  for (const auto row : rows) ids.push_back(row.text(0));
  return ids;
}

// The hashes of all that was ever released to it.
Outcome<std::vector<std::string>> content_of(database::Connection& connection, std::string_view environment_id) {
  std::vector<std::string> hashes;
  const auto rows = TRY(connection.query(
      "SELECT DISTINCT a.content_hash FROM releases r JOIN release_artifacts a ON a.release_id = r.id WHERE "
      "r.environment_id = $1",
      {environment_id}));
  for (const auto row : rows) hashes.push_back(row.text(0));
  return hashes;
}

Outcome<void> check_not_needed(database::Connection& connection, const Environment& environment,
                               EnvironmentRemoval::Contents contents) {
  if (environment.is_production()) return refuse("Production is the one environment that every organisation has.");
  if (TRY(is_release_scheduled(connection, environment.organization_id, environment.id)))
    return refuse("A release to " + environment.name + " is scheduled: cancel its job first.");
  if (contents == EnvironmentRemoval::Contents::remove) return {};
  const auto pages = TRY(pages_of(connection, environment.id)).size();
  const auto sent =
      TRY(connection.query("SELECT count(*) FROM form_submissions WHERE environment_id = $1", {environment.id}))
          .front()
          .integer(0);
  if (pages == 0 && sent == 0) return {};
  return refuse(environment.name + " is in use (pages shown: " + std::to_string(pages) +
                ", forms sent by visitors: " + std::to_string(sent) + "): say contents=delete to delete it with them.");
}

// Pages that are shown nowhere any more are drafts.
Outcome<std::vector<collaboration::PageRecord>> settle(database::Connection& connection,
                                                       const std::vector<std::string>& page_ids) {
  std::vector<collaboration::PageRecord> changed;
  for (const std::string& id : page_ids) {
    const auto rows = TRY(connection.execute(
        "UPDATE pages SET status = 'draft' WHERE id = $1 AND status = 'published' AND NOT EXISTS (SELECT 1 FROM "
        "environment_pages p JOIN environments e ON e.id = p.environment_id WHERE p.page_id = pages.id AND e.kind <> "
        "'preview')",
        {id}));
    if (rows > 0) changed.push_back(TRY(collaboration::find_record(connection, id)));
  }
  return changed;
}

}  // namespace

Task<Outcome<void>> EnvironmentRemoval::remove(http::Caller caller, std::string id, Contents contents) {
  using Pages = std::vector<collaboration::PageRecord>;
  const Milliseconds now = clock_();
  const auto write = [&](database::Connection& connection) -> Outcome<Pages> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    const Environment environment = TRY(environments::must_find(connection, id, caller.organization_id));
    TRY(check_not_needed(connection, environment, contents));
    const auto pages = TRY(pages_of(connection, id));
    const auto hashes = TRY(content_of(connection, id));
    TRY(environments::remove(connection, id));
    TRY(drop_unused(connection, hashes));
    TRY(events::record(connection, events::by(caller, "environment.deleted", id, environment.to_json()), now));
    return settle(connection, pages);
  };
  CO_TRY(co_await database_.write_then(write, [&](const Outcome<Pages>& result) {
    if (!result) return;
    for (const auto& page : *result) rooms_.adopt(page);
    published_.forget(id);
  }));
  co_await pool_.run([&] { published_.show(); });
  co_return Outcome<void>();
}

Task<Outcome<http::Response>> EnvironmentRemoval::remove_named(http::Request& request) {
  const bool is_whole = request.query_parameter("contents").value_or("") == "delete";
  CO_TRY(co_await remove(*request.caller, request.parameter("id"), is_whole ? Contents::remove : Contents::keep));
  co_return http::Response::no_content();
}

}  // namespace pagewright::releases
