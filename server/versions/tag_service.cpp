#include "server/versions/tag_service.hpp"

#include "server/collaboration/snapshot_store.hpp"
#include "server/events/event_store.hpp"

namespace pagewright::versions {
namespace {

Outcome<void> record_event(database::Connection& connection, const http::Caller& caller, std::string_view type,
                           const std::string& page_id, const Tag& tag, Milliseconds now) {
  return events::record(connection, events::by(caller, std::string(type), page_id, tag.to_json()), now);
}

}  // namespace

Task<Outcome<std::vector<Tag>>> TagService::list(http::Caller caller, std::string page_id) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return all_tags(connection, page_id, caller.organization_id); });
}

Task<Outcome<Tag>> TagService::put(http::Caller caller, std::string page_id, std::string name, std::string version) {
  co_return co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<Tag> {
    // Before the version is looked for: from then on nobody thins it out.
    TRY(collaboration::lock_page(connection, page_id));
    auto target = TRY(collaboration::find_version(connection, page_id, caller.organization_id, version));
    auto present = TRY(find_tag(connection, page_id, caller.organization_id, name));
    if (present && present->version.id == target.id) return std::move(*present);
    Tag tag{.name = name, .version = std::move(target), .created_at = surroundings_.clock()};
    TRY(put_tag(connection, page_id, tag));
    TRY(record_event(connection, caller, "tag.set", page_id, tag, tag.created_at));
    return tag;
  });
}

Task<Outcome<void>> TagService::remove(http::Caller caller, std::string page_id, std::string name) {
  co_return co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(collaboration::lock_page(connection, page_id));
    const auto tag = TRY(find_tag(connection, page_id, caller.organization_id, name));
    if (!tag) return std::unexpected(Problem::not_found("The page has no such tag."));
    TRY(delete_tag(connection, page_id, name));
    return record_event(connection, caller, "tag.deleted", page_id, *tag, surroundings_.clock());
  });
}

}  // namespace pagewright::versions
