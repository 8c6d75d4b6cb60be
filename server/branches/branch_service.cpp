#include "server/branches/branch_service.hpp"

#include "server/base/uuid.hpp"
#include "server/collaboration/snapshot_store.hpp"
#include "server/events/event_store.hpp"
#include "server/idempotency/kept_answer.hpp"

namespace pagewright::branches {
namespace {

constexpr const char* not_saved = "The branch was not saved";

Outcome<void> record_event(database::Connection& connection, const http::Caller& caller, std::string_view type,
                           const std::string& page_id, const Branch& branch, Milliseconds now) {
  return events::record(connection, events::by(caller, std::string(type), page_id, branch.to_json()), now);
}

}  // namespace

Task<Outcome<Head>> saved_head(const collaboration::Room::Surroundings& surroundings, collaboration::Rooms& rooms,
                               http::Caller caller, std::string page_id, std::string name) {
  const auto room = CO_TRY(co_await rooms.open(page_id, caller.organization_id, name));
  const auto state = room->state();
  if (state.sequence > state.version_sequence)
    CO_TRY(co_await room->change({.author = collaboration::author_of(caller),
                                  .version_message = "Auto-save",
                                  .with_version = collaboration::PageChange::WithVersion::always,
                                  .is_automatic = true,
                                  .event = "page.updated"}));
  co_return co_await surroundings.database.read([&](database::Connection& connection) -> Outcome<Head> {
    return TRY(find(connection, page_id, caller.organization_id, name)).head;
  });
}

Task<Outcome<std::vector<Branch>>> BranchService::list(http::Caller caller, std::string page_id) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return all(connection, page_id, caller.organization_id); });
}

Task<Outcome<Branch>> BranchService::get(http::Caller caller, std::string page_id, std::string name) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return find(connection, page_id, caller.organization_id, name); });
}

Task<Outcome<Head>> BranchService::beginning(const http::Caller& caller, const std::string& page_id,
                                             const NewBranch& branch) {
  if (!branch.from_version) co_return co_await saved_head(surroundings_, rooms_, caller, page_id, branch.from_branch);
  co_return co_await surroundings_.database.read([&](database::Connection& connection) {
    return find_version(connection, page_id, caller.organization_id, *branch.from_version);
  });
}

Task<Outcome<Branch>> BranchService::create(http::Caller caller, std::string page_id, NewBranch wanted) {
  const Head base = CO_TRY(co_await beginning(caller, page_id, wanted));
  co_return co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<Branch> {
    const Milliseconds now = surroundings_.clock();
    TRY(collaboration::lock_page(connection, page_id));
    // Asked again: an Auto-save may have been thinned out meanwhile, or the page deleted.
    TRY(find_version(connection, page_id, caller.organization_id, base.version_id));
    Branch branch{
        .record = {.id = new_uuid(), .name = wanted.name, .created_at = now, .base_version_id = base.version_id},
        .head = base};
    TRY(insert(connection, page_id, branch.record, base));
    TRY(record_event(connection, caller, "branch.created", page_id, branch, now));
    TRY(idempotency::keep(connection, caller, 201, branch.to_json(), now));
    return branch;
  });
}

Task<Outcome<Branch>> BranchService::update(http::Caller caller, std::string page_id, std::string name,
                                            BranchUpdate update) {
  const auto write = [&](database::Connection& connection) -> Outcome<Branch> {
    TRY(collaboration::lock_page(connection, page_id));
    Branch branch = TRY(find(connection, page_id, caller.organization_id, name));
    if (caller.role < http::Role::admin && (update.is_protected || branch.record.is_protected))
      return std::unexpected(Problem::forbidden("Only administrators protect branches, and change protected ones."));
    if (update.name && *update.name != branch.record.name && branch.record.id == collaboration::main_branch)
      return std::unexpected(Problem::conflict(not_saved, "The main branch keeps its name."));
    branch.record.name = update.name.value_or(branch.record.name);
    branch.record.is_protected = update.is_protected.value_or(branch.record.is_protected);
    TRY(branches::update(connection, page_id, branch.record));
    TRY(record_event(connection, caller, "branch.updated", page_id, branch, surroundings_.clock()));
    return branch;
  };
  co_return co_await surroundings_.database.write_then(write, [this, page_id](const Outcome<Branch>& updated) {
    if (updated) rooms_.adopt(page_id, updated->record);
  });
}

Task<Outcome<void>> BranchService::remove(http::Caller caller, std::string page_id, std::string name) {
  const std::string id =
      CO_TRY(co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<std::string> {
        const Milliseconds now = surroundings_.clock();
        TRY(collaboration::lock_page(connection, page_id));
        const Branch branch = TRY(find(connection, page_id, caller.organization_id, name));
        if (branch.record.id == collaboration::main_branch)
          return std::unexpected(Problem::conflict("The branch was not deleted", "Every page has its main branch."));
        if (branch.record.is_protected)
          return std::unexpected(
              Problem::conflict("The branch was not deleted", "It is protected: take the protection away first."));
        TRY(mark_deleted(connection, {page_id, branch.record.id}, now));
        TRY(record_event(connection, caller, "branch.deleted", page_id, branch, now));
        return branch.record.id;
      }));
  rooms_.close_branch({page_id, id});
  co_return Outcome<void>();
}

}  // namespace pagewright::branches
