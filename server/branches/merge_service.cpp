#include "server/branches/merge_service.hpp"

#include <algorithm>
#include <ranges>

#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/branches/merge_store.hpp"
#include "server/collaboration/document_difference.hpp"
#include "server/collaboration/document_merge.hpp"
#include "server/collaboration/version_document.hpp"
#include "server/events/event_store.hpp"

namespace pagewright::branches {
namespace {

using collaboration::PageChange;
using collaboration::VersionRecord;

constexpr const char* not_merged = "The branch was not merged";

// Deeper than this crosswise merges are not followed: an older common ancestor does as well, with more to resolve.
constexpr unsigned most_crossings = 8;

// One base of two common ancestors. Where they differ, what they came from stands: neither side's choice may pass for
// something that the other has not touched.
document::Document common_base(const document::Document& base, const document::Document& a, const document::Document& b,
                               const schema::Catalog& catalog) {
  merge::Merge merge = merge::merge(base, a, b, catalog);
  merge::Resolutions older;
  for (const merge::Conflict& conflict : merge.conflicts)
    if (conflict.base && std::ranges::find(conflict.choices, merge::Choice::value) != conflict.choices.end())
      older.emplace(conflict.id, merge::Resolution{merge::Choice::value, conflict.base});
  if (older.empty()) return std::move(merge.merged);
  auto resolved = merge::resolve(merge, older, catalog);
  return resolved ? std::move(resolved->merge.merged) : std::move(merge.merged);
}

std::string result_json(const MergeRequest& request, const std::vector<std::string>& bases, const merge::Merge& merge,
                        const schema::Catalog& catalog, const VersionRecord* version) {
  std::vector<std::string> ids;
  for (const std::string& id : bases) json::append_quoted(ids.emplace_back(), id);
  return JsonText()
      .text("from", request.from)
      .text("into", request.into)
      .raw("baseVersionIds", json_array(ids))
      .raw("difference", collaboration::difference_json(merge.ours, merge.merged, catalog))
      .raw("conflicts", json::serialize(merge::conflicts_json(merge.conflicts)))
      .raw("version", version == nullptr ? "null" : version->to_json())
      .take();
}

}  // namespace

// What a merge stands on.
struct MergeService::Ground {
  Branch from;
  Branch into;
  std::vector<std::string> bases;  // the nearest common ancestors of both heads
  document::Document base;
  tokens::SharedLibrary library;

  // `into` has all that was ever saved on `from`.
  [[nodiscard]] bool has_all() const { return bases.size() == 1 && bases.front() == from.head.version_id; }
};

Task<Outcome<MergeService::Ground>> MergeService::ground_of(const http::Caller& caller, const std::string& page_id,
                                                            const MergeRequest& request) {
  Ground ground;
  Ancestry ancestry;
  CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<void> {
    ground.from = TRY(find(connection, page_id, caller.organization_id, request.from));
    ground.into = TRY(find(connection, page_id, caller.organization_id, request.into));
    ancestry = TRY(ancestry_of(connection, page_id));
    return {};
  }));
  ground.bases = ancestry.nearest_common(ground.into.head.version_id, ground.from.head.version_id);
  if (ground.bases.empty())
    co_return std::unexpected(Problem::conflict(not_merged, "The branches have no version in common."));
  ground.library = CO_TRY(co_await surroundings_.libraries.of(caller.organization_id));
  ground.base = CO_TRY(co_await base_of(caller, page_id, ancestry, ground.bases, 0));
  co_return ground;
}

Task<Outcome<document::Document>> MergeService::base_of(const http::Caller& caller, const std::string& page_id,
                                                        const Ancestry& ancestry, std::vector<std::string> common,
                                                        unsigned crossings) {
  auto base = CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, common.front()));
  if (common.size() == 1 || crossings >= most_crossings) co_return base;
  const auto library = CO_TRY(co_await surroundings_.libraries.of(caller.organization_id));
  for (const std::string& other : common | std::views::drop(1)) {
    auto farther = ancestry.nearest_common(common.front(), other);
    if (farther.empty()) continue;
    const auto older = CO_TRY(co_await base_of(caller, page_id, ancestry, std::move(farther), crossings + 1));
    const auto document = CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, other));
    base = co_await surroundings_.pool.run([&] { return common_base(older, base, document, library->catalog()); });
  }
  co_return base;
}

Task<Outcome<std::string>> MergeService::merge(http::Caller caller, std::string page_id, MergeRequest request) {
  if (request.from == request.into)
    co_return std::unexpected(
        Problem::validation(not_merged, {{"/into", "must be another branch than the one that is merged", "invalid"}}));
  const auto ground = CO_TRY(co_await ground_of(caller, page_id, request));
  // Asked before anything is saved: what conflicts changes nothing.
  auto planned = CO_TRY(co_await dry_run(caller, page_id, request, ground));
  if (request.is_dry_run || (ground.has_all() && !ground.from.has_unsaved_changes())) co_return planned;
  co_return co_await commit(caller, page_id, request);
}

// The documents are read after the ancestry: they have at least what their heads have.
Task<Outcome<std::string>> MergeService::dry_run(const http::Caller& caller, const std::string& page_id,
                                                 const MergeRequest& request, const Ground& ground) {
  const auto from = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, request.from));
  const auto into = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, request.into));
  if (!request.is_dry_run) CO_TRY(into->check_editable(caller.role));
  co_return co_await surroundings_.pool.run([&]() -> Outcome<std::string> {
    const schema::Catalog& catalog = ground.library->catalog();
    const auto merge = TRY(collaboration::merge_resolved(not_merged, ground.base, into->newest_document(),
                                                         from->newest_document(), request.resolutions, catalog));
    if (!request.is_dry_run && !merge.is_clean()) return std::unexpected(collaboration::conflict(not_merged, merge));
    return result_json(request, ground.bases, merge, catalog, nullptr);
  });
}

Task<Outcome<std::string>> MergeService::commit(const http::Caller& caller, const std::string& page_id,
                                                const MergeRequest& request) {
  CO_TRY(co_await saved_head(surroundings_, rooms_, caller, page_id, request.from));
  CO_TRY(co_await saved_head(surroundings_, rooms_, caller, page_id, request.into));
  const auto ground = std::make_shared<const Ground>(CO_TRY(co_await ground_of(caller, page_id, request)));
  const std::string& theirs_id = ground->from.head.version_id;
  auto theirs = CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, theirs_id));
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, request.into));

  const auto merged = std::make_shared<merge::Merge>();
  auto content = [ground, theirs = std::move(theirs), resolutions = request.resolutions,
                  merged](const document::Document& present) -> Outcome<document::Document> {
    *merged = TRY(collaboration::merge_resolved(not_merged, ground->base, present, theirs, resolutions,
                                                ground->library->catalog()));
    if (!merged->is_clean()) return std::unexpected(collaboration::conflict(not_merged, *merged));
    return merged->merged;
  };
  const std::string version_id = new_uuid();
  auto also = [=](database::Connection& connection, Milliseconds now) -> Outcome<void> {
    TRY(check_no_other_merge(connection, page_id, ground->into, version_id));
    return events::record(
        connection,
        events::by(
            caller, "branch.merged", page_id,
            JsonText().text("from", request.from).text("into", request.into).text("versionId", version_id).take()),
        now);
  };
  const std::string message = request.message.empty() ? "Merged branch " + request.from : request.message;
  const auto changed = CO_TRY(co_await room->change({.author = collaboration::author_of(caller),
                                                     .label = "Merge " + request.from,
                                                     .content = std::move(content),
                                                     .also = std::move(also),
                                                     .version_message = message,
                                                     .with_version = PageChange::WithVersion::always,
                                                     .merged_id = theirs_id,
                                                     .is_large = true,
                                                     .version_id = version_id,
                                                     .event = "page.updated"}));
  co_return co_await surroundings_.pool.run(
      [&] { return result_json(request, ground->bases, *merged, ground->library->catalog(), &*changed.version); });
}

}  // namespace pagewright::branches
