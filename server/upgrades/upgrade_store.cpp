#include "server/upgrades/upgrade_store.hpp"

#include <map>

#include "server/access/standing_store.hpp"
#include "server/collaboration/room_store.hpp"

namespace pagewright::upgrades {
namespace {

std::string version_in(const schema::ComponentVersions& versions, std::string_view component) {
  const auto found = versions.find(component);
  return found == versions.end() ? "" : found->second;
}

}  // namespace

Outcome<std::vector<std::string>> pages_behind(database::Connection& connection, const http::Caller& caller,
                                               std::string_view component, const components::ComponentSet& present) {
  const auto rows =
      TRY(connection.query("SELECT p.id, b.component_set_id FROM page_branches b JOIN pages p ON p.id = b.page_id "
                           "WHERE p.organization_id = $1 AND p.deleted_at IS NULL AND b.id = $2 AND "
                           "b.component_set_id <> $3" +
                               access::only_with(http::PageRight::view, access::Reader::of(caller), "p", "$4") +
                               " ORDER BY p.created_at, p.id",
                           {caller.organization_id, collaboration::main_branch, present.id, caller.user_id}));
  std::map<std::string, bool> is_behind;  // by set: there are few
  std::vector<std::string> pages;
  for (const auto row : rows) {
    const std::string set = row.text(1);
    auto known = is_behind.find(set);
    if (known == is_behind.end()) {
      const std::string version = version_in(TRY(components::find_versions(connection, set)), component);
      known = is_behind.emplace(set, !version.empty() && version != version_in(present.versions, component)).first;
    }
    if (known->second) pages.push_back(row.text(0));
  }
  return pages;
}

}  // namespace pagewright::upgrades
