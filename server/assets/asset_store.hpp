// Assets in the database. Every query but that of an address is bound to an organisation.
#pragma once

#include "server/assets/asset.hpp"
#include "server/database/database.hpp"

namespace pagewright::assets {

// With its files.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Asset& asset);

[[nodiscard]] Outcome<std::optional<Asset>> find(database::Connection& connection, std::string_view id,
                                                 std::string_view organization_id);
[[nodiscard]] Outcome<std::optional<Asset>> find_by_source(database::Connection& connection,
                                                           std::string_view source_hash,
                                                           std::string_view organization_id);

// Of all files of all of its assets.
[[nodiscard]] Outcome<std::uint64_t> bytes_of(database::Connection& connection, std::string_view organization_id);

struct AssetQuery {
  std::string organization_id;
  std::optional<AssetKind> kind = {};
  std::string search = {};     // in name, alternative text and description; empty: any
  std::string before_id = {};  // those that were made before it; empty: from the newest on
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};
struct AssetList {
  std::vector<Asset> items;
  std::int64_t total = 0;  // without regard to before_id
};
// Newest first.
[[nodiscard]] Outcome<AssetList> list(database::Connection& connection, const AssetQuery& query);

// Name, alternative text, description.
[[nodiscard]] Outcome<void> update(database::Connection& connection, const Asset& asset);
[[nodiscard]] Outcome<void> remove(database::Connection& connection, const Asset& asset);

// Of any organisation: addresses are for everyone who knows them.
[[nodiscard]] Outcome<std::optional<AssetFile>> find_public(database::Connection& connection, std::string_view address);

}  // namespace pagewright::assets
