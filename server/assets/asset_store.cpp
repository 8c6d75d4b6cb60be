#include "server/assets/asset_store.hpp"

#include "server/base/fold.hpp"

namespace pagewright::assets {
namespace {

constexpr std::string_view columns =
    "SELECT id, organization_id, created_by, media_type, source_hash, size, width, height, created_at, updated_at, "
    "name, "
    "alt, description FROM assets";
constexpr std::string_view file_columns = "SELECT place, address, media_type, size, width, height FROM asset_files";

Outcome<Asset> read(database::Row row) {
  const auto type = parse_media_type(row.text(3));
  if (!type) return std::unexpected(Problem::internal("an asset has the unknown type " + row.text(3)));
  return Asset{.id = row.text(0),
               .organization_id = row.text(1),
               .created_by = row.text(2),
               .type = *type,
               .source_hash = row.text(4),
               .size = row.integer(5),
               .width = row.optional_integer(6),
               .height = row.optional_integer(7),
               .created_at = row.integer(8),
               .updated_at = row.integer(9),
               .name = row.text(10),
               .alt = row.text(11),
               .description = row.text(12)};
}

AssetFile read_file(database::Row row) {
  return {.place = row.text(0),
          .address = row.optional_text(1),
          .media_type = row.text(2),
          .size = row.integer(3),
          .width = row.optional_integer(4),
          .height = row.optional_integer(5)};
}

// The names of the places are in that order.
Outcome<void> add_files(database::Connection& connection, Asset& asset) {
  const auto rows =
      TRY(connection.query(std::string(file_columns) + " WHERE asset_id = $1 ORDER BY place", {asset.id}));
  for (const auto row : rows) asset.files.push_back(read_file(row));
  return {};
}

Outcome<std::optional<Asset>> first(database::Connection& connection, const database::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  Asset asset = TRY(read(rows.front()));
  TRY(add_files(connection, asset));
  return asset;
}

}  // namespace

Outcome<void> insert(database::Connection& connection, const Asset& asset) {
  TRY(connection.execute(
      "INSERT INTO assets (id, organization_id, created_by, kind, media_type, source_hash, size, width, height, "
      "created_at, updated_at, name, search_text, alt, description) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
      "$11, $12, $13, $14, $15)",
      {asset.id, asset.organization_id, asset.created_by, name_of(kind_of(asset.type)), name_of(asset.type),
       asset.source_hash, asset.size, asset.width, asset.height, asset.created_at, asset.updated_at, asset.name,
       search_text(asset), asset.alt, asset.description}));
  for (const AssetFile& file : asset.files)
    TRY(
        connection.execute("INSERT INTO asset_files (asset_id, place, address, media_type, size, width, height) VALUES "
                           "($1, $2, $3, $4, $5, $6, $7)",
                           {asset.id, file.place, file.address, file.media_type, file.size, file.width, file.height}));
  return {};
}

Outcome<std::optional<Asset>> find(database::Connection& connection, std::string_view id,
                                   std::string_view organization_id) {
  return first(connection, TRY(connection.query(std::string(columns) + " WHERE id = $1 AND organization_id = $2",
                                                {id, organization_id})));
}

Outcome<std::optional<Asset>> find_by_source(database::Connection& connection, std::string_view source_hash,
                                             std::string_view organization_id) {
  return first(connection,
               TRY(connection.query(std::string(columns) + " WHERE organization_id = $1 AND source_hash = $2",
                                    {organization_id, source_hash})));
}

Outcome<std::uint64_t> bytes_of(database::Connection& connection, std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      "SELECT CAST(COALESCE(SUM(f.size), 0) AS BIGINT) FROM assets a JOIN asset_files f ON f.asset_id = a.id WHERE "
      "a.organization_id = $1",
      {organization_id}));
  return static_cast<std::uint64_t>(rows.front().integer(0));
}

Outcome<AssetList> list(database::Connection& connection, const AssetQuery& query) {
  const std::string_view kind = query.kind ? name_of(*query.kind) : "";
  const std::string pattern = query.search.empty() ? std::string() : contains_pattern(fold(query.search));
  std::string where = " WHERE organization_id = $1";
  where += query.kind ? " AND kind = $2" : " AND $2 = ''";
  where += query.search.empty() ? " AND $3 = ''" : " AND search_text LIKE $3 ESCAPE '\\'";
  AssetList found;
  found.total = TRY(connection.query("SELECT count(*) FROM assets" + where, {query.organization_id, kind, pattern}))
                    .front()
                    .integer(0);
  where += query.before_id.empty() ? " AND $4 = ''" : " AND id < $4";
  const auto rows = TRY(connection.query(std::string(columns) + where + " ORDER BY id DESC LIMIT $5 OFFSET $6",
                                         {query.organization_id, kind, pattern, query.before_id, query.limit,
                                          query.before_id.empty() ? query.offset : 0}));
  for (const auto row : rows) {
    found.items.push_back(TRY(read(row)));
    TRY(add_files(connection, found.items.back()));
  }
  return found;
}

Outcome<void> update(database::Connection& connection, const Asset& asset) {
  TRY(connection.execute(
      "UPDATE assets SET name = $2, alt = $3, description = $4, search_text = $5, updated_at = $6 WHERE id = $1",
      {asset.id, asset.name, asset.alt, asset.description, search_text(asset), asset.updated_at}));
  return {};
}

Outcome<void> remove(database::Connection& connection, const Asset& asset) {
  TRY(connection.execute("DELETE FROM assets WHERE id = $1 AND organization_id = $2",
                         {asset.id, asset.organization_id}));
  return {};
}

Outcome<std::optional<AssetFile>> find_public(database::Connection& connection, std::string_view address) {
  const auto rows = TRY(connection.query(std::string(file_columns) + " WHERE address = $1 LIMIT 1", {address}));
  return rows.empty() ? std::nullopt : std::optional(read_file(rows.front()));
}

}  // namespace pagewright::assets
