#include "server/versions/blame_service.hpp"

#include <algorithm>
#include <limits>

#include "server/base/json_text.hpp"
#include "server/collaboration/version_document.hpp"
#include "server/versions/version_store.hpp"

namespace pagewright::versions {
namespace {

using collaboration::BranchKey;
using collaboration::VersionRecord;

// From branch to branch, through their beginnings and their merges.
constexpr unsigned most_steps = 1000;

bool same_node(const document::NodePointer& a, const document::NodePointer& b) {
  return a == b || (a && b && *a == *b);
}

std::unexpected<Problem> no_such_node() {
  return std::unexpected(Problem::not_found("There is no such node on this branch."));
}

}  // namespace

struct BlameService::Step {
  std::optional<LogEntry> entry = {};
  std::optional<std::int64_t> version_number = {};
  std::optional<Place> go_on = {};
};

Task<Outcome<std::string>> BlameService::blame(http::Caller caller, std::string page_id, std::string branch,
                                               std::string node) {
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, std::move(branch)));
  const auto id = document::NodeId::parse(node);
  if (!id || room->state().document.find(*id) == nullptr) co_return no_such_node();

  Step found{.go_on = Place{std::string(room->key().branch), std::numeric_limits<std::int64_t>::max()}};
  for (unsigned steps = 0; found.go_on && steps < most_steps; ++steps)
    found = CO_TRY(co_await look_in_log(caller, page_id, *id, std::move(*found.go_on)));
  std::optional<VersionRecord> version;
  if (found.version_number)
    version = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
      return find(connection, page_id, caller.organization_id, *found.version_number);
    }));
  if (!found.entry && !version) co_return std::unexpected(Problem::internal("nobody has changed node " + node));
  co_return JsonText()
      .text("node", node)
      .raw("author", (found.entry ? found.entry->author : version->author).to_json())
      .time("changedAt", found.entry ? found.entry->created_at : version->created_at)
      .raw("label", found.entry ? json::serialize(json::Value(found.entry->label)) : "null")
      .raw("version", version ? version->to_json() : "null")
      .take();
}

Task<Outcome<BlameService::Step>> BlameService::look_in_log(const http::Caller& caller, const std::string& page_id,
                                                            const document::NodeId& node, Place place) {
  const BranchKey branch{page_id, place.branch};
  std::optional<LogEntry> entry;
  std::optional<Point> version;
  std::optional<Point> beginning;
  std::int64_t begin = 1;
  CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<void> {
    entry = TRY(last_mention(connection, branch, place.sequence, node));
    begin = TRY(log_begin(connection, branch));
    version = TRY(version_with(connection, branch, entry ? entry->sequence : std::min(place.sequence, begin - 1)));
    beginning = TRY(beginning_of(connection, branch));
    return {};
  }));
  if (entry) {
    if (version && version->sequence == entry->sequence && !version->merged_id.empty()) {
      const auto merged = CO_TRY(co_await point(page_id, version->merged_id));
      if (merged && same_node(CO_TRY(co_await node_in(caller, page_id, node, version->version_id)),
                              CO_TRY(co_await node_in(caller, page_id, node, merged->version_id))))
        co_return Step{.go_on = Place{merged->branch, merged->sequence}};
    }
    Step step{.entry = std::move(entry)};
    if (version) step.version_number = version->version_number;
    co_return step;
  }
  // What is older than the log is in the versions alone.
  if (begin > 1 && place.sequence > 0 && version)
    co_return co_await look_in_versions(caller, page_id, node, std::move(*version));
  if (beginning) co_return Step{.go_on = Place{beginning->branch, beginning->sequence}};
  if (version) co_return Step{.version_number = version->version_number};
  co_return Step();
}

Task<Outcome<BlameService::Step>> BlameService::look_in_versions(const http::Caller& caller, const std::string& page_id,
                                                                 const document::NodeId& node, Point newest) {
  const std::string branch = newest.branch;
  auto present = CO_TRY(co_await node_in(caller, page_id, node, newest.version_id));
  while (newest.branch == branch) {
    auto parent = CO_TRY(co_await point(page_id, newest.parent_id));
    if (!parent) co_return Step{.version_number = newest.version_number};
    auto before = CO_TRY(co_await node_in(caller, page_id, node, parent->version_id));
    if (!same_node(before, present)) {
      const auto merged = CO_TRY(co_await point(page_id, newest.merged_id));
      if (merged && same_node(CO_TRY(co_await node_in(caller, page_id, node, merged->version_id)), present))
        co_return Step{.go_on = Place{merged->branch, merged->sequence}};
      co_return Step{.version_number = newest.version_number};
    }
    newest = std::move(*parent);
    present = std::move(before);
  }
  co_return Step{.go_on = Place{newest.branch, newest.sequence}};
}

// Null where the version does not have it.
Task<Outcome<document::NodePointer>> BlameService::node_in(const http::Caller& caller, const std::string& page_id,
                                                           const document::NodeId& node,
                                                           const std::string& version_id) {
  const auto document =
      CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, version_id));
  co_return document.find_shared(node);
}

Task<Outcome<std::optional<Point>>> BlameService::point(const std::string& page_id, const std::string& version_id) {
  if (version_id.empty()) co_return std::optional<Point>();
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return find_point(connection, page_id, version_id); });
}

}  // namespace pagewright::versions
