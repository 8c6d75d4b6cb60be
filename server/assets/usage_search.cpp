#include "server/assets/usage_search.hpp"

#include "server/collaboration/page_upgrade.hpp"

namespace pagewright::assets {

Task<Outcome<std::vector<Candidate>>> UsageSearch::candidates(const UseQuery& query) {
  std::vector<Candidate> found;
  for (Part part; !part.is_last;)
    part = CO_TRY(co_await surroundings_.database.read(
        [&](database::Connection& connection) { return look_through_branches(connection, query, part, found); }));
  co_return found;
}

// Nothing where the document does not name it any more.
Task<Outcome<std::optional<AssetUse>>> UsageSearch::look_into(const Candidate& candidate, const UseQuery& query) {
  const auto library = CO_TRY(co_await surroundings_.libraries.of(query.organization_id));
  const auto page = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
    return collaboration::load(connection, {.page_id = candidate.page_id, .branch = candidate.branch_id});
  }));
  if (!page) co_return std::optional<AssetUse>();
  AssetUse use{
      .kind = AssetUse::Kind::page, .id = candidate.page_id, .name = candidate.page_name, .branch = candidate.branch};
  const bool is_read = co_await surroundings_.pool.run([&] {
    const auto document = collaboration::read_with_pins(*page, library->catalog());
    if (document) use.nodes = using_nodes(document->to_json(), query.addresses);
    return document.has_value();
  });
  // What can't be read may use it.
  if (is_read && use.nodes.empty() && !candidate.is_in_settings) co_return std::optional<AssetUse>();
  co_return std::optional(std::move(use));
}

Task<Outcome<void>> UsageSearch::look_through(Look look, const UseQuery& query, std::vector<AssetUse>& found) {
  for (Part part; !part.is_last;)
    part = CO_TRY(co_await surroundings_.database.read(
        [&](database::Connection& connection) { return look(connection, query, part, found); }));
  co_return Outcome<void>{};
}

Task<Outcome<std::vector<AssetUse>>> UsageSearch::find(std::string organization_id, std::vector<std::string> addresses,
                                                       access::Reader reader) {
  const UseQuery query{
      .organization_id = std::move(organization_id), .addresses = std::move(addresses), .reader = std::move(reader)};
  std::vector<AssetUse> found;
  if (query.addresses.empty()) co_return found;
  for (const Candidate& candidate : CO_TRY(co_await candidates(query)))
    if (auto use = CO_TRY(co_await look_into(candidate, query))) found.push_back(std::move(*use));
  CO_TRY(co_await look_through(&look_through_published, query, found));
  CO_TRY(co_await look_through(&look_through_templates, query, found));
  co_return found;
}

}  // namespace pagewright::assets
