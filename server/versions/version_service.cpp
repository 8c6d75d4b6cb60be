#include "server/versions/version_service.hpp"

#include "engine/diff/sentences.hpp"
#include "server/base/uuid.hpp"
#include "server/collaboration/document_difference.hpp"
#include "server/collaboration/document_merge.hpp"
#include "server/collaboration/version_document.hpp"
#include "server/idempotency/kept_answer.hpp"
#include "server/versions/node_restore.hpp"

namespace pagewright::versions {

using collaboration::PageChange;
using collaboration::VersionRecord;

Task<Outcome<VersionList>> VersionService::list(VersionQuery query) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return versions::list(connection, query); });
}

Task<Outcome<std::string>> VersionService::get(http::Caller caller, std::string page_id, std::int64_t number) {
  co_return co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<std::string> {
    const auto version = TRY(find(connection, page_id, caller.organization_id, number));
    json::Value document = TRY(collaboration::load_version_document(connection, page_id, number)).document;
    collaboration::remove_ranks(document);
    return version.to_json(json::serialize(document));
  });
}

Task<Outcome<VersionRecord>> VersionService::save(http::Caller caller, std::string page_id, std::string branch,
                                                  std::string message) {
  auto room = CO_TRY(co_await rooms_.open(std::move(page_id), caller.organization_id, std::move(branch)));
  PageChange saving{.version_message = std::move(message), .version_id = new_uuid()};
  if (caller.repeatable)
    saving.also = [caller, page_id = room->page_id(), id = saving.version_id](database::Connection& connection,
                                                                              Milliseconds now) -> Outcome<void> {
      const auto version = TRY(find_by_id(connection, page_id, caller.organization_id, id));
      return idempotency::keep(connection, caller, 201, version.to_json(), now);
    };
  co_return co_await change(std::move(caller), std::move(room), std::move(saving));
}

Task<Outcome<VersionRecord>> VersionService::restore(http::Caller caller, std::string page_id, std::string branch,
                                                     Restoration wish) {
  constexpr const char* not_restored = "The version was not restored";
  auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, std::move(branch)));
  CO_TRY(room->check_editable(caller.role));
  auto restored = CO_TRY(
      co_await collaboration::read_version_document(surroundings_, caller, page_id, std::to_string(wish.number)));
  const std::string message = "Restored version " + std::to_string(wish.number);
  PageChange restoring{.label = message, .version_message = message};
  if (wish.base) {
    restoring.content = collaboration::merged_with_present(
        not_restored,
        {.base = CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, *wish.base)),
         .wanted = std::move(restored),
         .resolutions = std::move(wish.resolutions),
         .library = CO_TRY(co_await surroundings_.libraries.of(caller.organization_id))});
  } else {
    restoring.content = [restored = std::move(restored)](const document::Document&) -> Outcome<document::Document> {
      return restored;
    };
  }
  co_return co_await change(std::move(caller), std::move(room), std::move(restoring));
}

Task<Outcome<VersionRecord>> VersionService::restore_node(http::Caller caller, std::string page_id, std::string branch,
                                                          std::int64_t number, std::string node) {
  auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, std::move(branch)));
  CO_TRY(room->check_editable(caller.role));
  auto version =
      CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, std::to_string(number)));
  const auto library = CO_TRY(co_await surroundings_.libraries.of(caller.organization_id));
  const auto id = document::NodeId::parse(node);
  const document::Node* found = id ? version.find(*id) : nullptr;
  if (found == nullptr) co_return std::unexpected(Problem::not_found("The version has no such node."));
  const std::string message =
      "Restored " + diff::name_of(*found, library->catalog()) + " of version " + std::to_string(number);
  co_return co_await change(
      std::move(caller), std::move(room),
      {.label = message,
       .content =
           [version = std::move(version), node = *id, library](const document::Document& present) {
             return with_node_of(version, node, present, library->catalog());
           },
       .version_message = message});
}

Task<Outcome<std::string>> VersionService::compare(http::Caller caller, std::string page_id, std::string branch,
                                                   std::string from, std::string to) {
  const auto before = CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, from));
  document::Document after;
  if (to == "current") {
    const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, std::move(branch)));
    after = room->state().document;
  } else {
    after = CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, std::move(to)));
  }
  const auto library = CO_TRY(co_await surroundings_.libraries.of(caller.organization_id));
  co_return co_await surroundings_.pool.run(
      [&] { return collaboration::difference_json(before, after, library->catalog()); });
}

Task<Outcome<VersionRecord>> VersionService::change(http::Caller caller, std::shared_ptr<collaboration::Room> room,
                                                    PageChange change) {
  change.author = collaboration::author_of(caller);
  change.with_version = PageChange::WithVersion::always;
  change.event = "page.updated";
  auto changed = CO_TRY(co_await room->change(std::move(change)));
  co_return std::move(*changed.version);
}

}  // namespace pagewright::versions
