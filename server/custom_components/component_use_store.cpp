#include "server/custom_components/component_use_store.hpp"

#include "server/base/json_text.hpp"
#include "server/components/component_set.hpp"

namespace pagewright::custom_components {
namespace {

// The version of the component in each component set that has it.
class VersionsBySet {
 public:
  explicit VersionsBySet(std::string_view component) : component_(component) {}

  // Empty for a branch that was not opened since before there were sets.
  Outcome<std::string> find(database::Connection& connection, const std::string& set) {
    if (set.empty()) return std::string();
    if (const auto known = known_.find(set); known != known_.end()) return known->second;
    const auto versions = TRY(components::find_versions(connection, set));
    const auto version = versions.find(component_);
    return known_.emplace(set, version == versions.end() ? "" : version->second).first->second;
  }

 private:
  std::string component_;
  std::map<std::string, std::string> known_;
};

}  // namespace

std::string ComponentUse::to_json() const {
  return JsonText()
      .text("pageId", page_id)
      .text("pageName", page_name)
      .text("slug", slug)
      .text("branch", branch)
      .text("version", version)
      .number("nodes", nodes)
      .take();
}

Outcome<ComponentUses> find_uses(database::Connection& connection, const UseQuery& query) {
  const std::string from =
      " FROM component_uses u JOIN page_branches b ON b.page_id = u.page_id AND b.id = u.branch_id JOIN pages p ON "
      "p.id "
      "= u.page_id WHERE u.organization_id = $1 AND p.organization_id = $1 AND u.component = $2 AND b.deleted_at IS "
      "NULL AND p.deleted_at IS NULL" +
      access::only_with(http::PageRight::view, query.reader, "p", "$3");
  const auto sums = TRY(connection.query("SELECT COUNT(*), CAST(COALESCE(SUM(u.nodes), 0) AS BIGINT)" + from,
                                         {query.organization_id, query.component, query.reader.user_id}));
  ComponentUses uses{.items = {}, .total = sums.front().integer(0), .nodes = sums.front().integer(1)};
  const auto rows =
      TRY(connection.query("SELECT p.id, p.name, p.slug, b.name, COALESCE(b.component_set_id, ''), u.nodes" + from +
                               " ORDER BY p.created_at, p.id, b.created_at, b.id LIMIT $4 OFFSET $5",
                           {query.organization_id, query.component, query.reader.user_id, query.limit, query.offset}));
  VersionsBySet versions(query.component);
  for (const auto row : rows)
    uses.items.push_back({.page_id = row.text(0),
                          .page_name = row.text(1),
                          .slug = row.text(2),
                          .branch = row.text(3),
                          .version = TRY(versions.find(connection, row.text(4))),
                          .nodes = row.integer(5)});
  return uses;
}

Outcome<std::vector<BranchId>> uncounted_branches(database::Connection& connection, std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      "SELECT b.page_id, b.id FROM pages p JOIN page_branches b ON b.page_id = p.id WHERE p.organization_id = $1 AND "
      "p.deleted_at IS NULL AND b.deleted_at IS NULL AND b.uses_sequence <> b.sequence",
      {organization_id}));
  std::vector<BranchId> branches;
  for (const auto row : rows) branches.push_back({.page_id = row.text(0), .branch_id = row.text(1)});
  return branches;
}

Outcome<void> store_uses(database::Connection& connection, std::string_view organization_id, const BranchId& branch,
                         std::int64_t sequence, const NodesByComponent& nodes) {
  const auto changed = TRY(connection.execute(
      "UPDATE page_branches SET uses_sequence = $3 WHERE page_id = $1 AND id = $2 AND uses_sequence < $3",
      {branch.page_id, branch.branch_id, sequence}));
  if (changed == 0) return {};
  TRY(connection.execute("DELETE FROM component_uses WHERE page_id = $1 AND branch_id = $2",
                         {branch.page_id, branch.branch_id}));
  for (const auto& [component, count] : nodes)
    TRY(
        connection.execute("INSERT INTO component_uses (organization_id, component, page_id, branch_id, nodes) VALUES "
                           "($1, $2, $3, $4, $5)",
                           {organization_id, component, branch.page_id, branch.branch_id, count}));
  return {};
}

}  // namespace pagewright::custom_components
