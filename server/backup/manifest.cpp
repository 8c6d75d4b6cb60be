#include "server/backup/manifest.hpp"

#include "engine/json/value.hpp"

namespace pagewright::backup {
namespace {

constexpr std::int64_t format = 1;

std::unexpected<Problem> unreadable(std::string sentence) {
  return std::unexpected(Problem::internal(std::move(sentence)));
}

std::int64_t integer(const json::Value& value, std::string_view member) {
  const json::Value* found = json::find(value, member);
  return found != nullptr && found->is_int64() ? found->get_int64() : -1;
}

Outcome<ArchivedFile> parse_file(const json::Value& value) {
  const auto name = json::find_string(value, "name");
  const auto sha256 = json::find_string(value, "sha256");
  const std::int64_t size = integer(value, "size");
  if (!name || !sha256 || size < 0) return unreadable("The manifest names a file without its name, size or sha256.");
  return ArchivedFile{
      .name = std::string(*name), .size = static_cast<std::uint64_t>(size), .sha256 = std::string(*sha256)};
}

}  // namespace

std::string Manifest::to_json() const {
  json::Array list;
  for (const ArchivedFile& file : files)
    list.push_back(json::Object{{"name", file.name}, {"size", file.size}, {"sha256", file.sha256}});
  return json::serialize(json::Object{{"format", format},
                                      {"program", program},
                                      {"createdAt", to_iso8601(created_at)},
                                      {"schema", schema},
                                      {"takenFrom", taken_from},
                                      {"files", std::move(list)}}) +
         "\n";
}

Outcome<Manifest> Manifest::parse(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return unreadable("The manifest is no JSON.");
  const std::int64_t found_format = integer(*value, "format");
  if (found_format > format)
    return unreadable("The backup has format " + std::to_string(found_format) + ", this program knows " +
                      std::to_string(format) + ": use the version of Pagewright that wrote it, or a newer one.");
  const auto created_at = parse_iso8601(json::find_string(*value, "createdAt").value_or(""));
  const std::int64_t schema = integer(*value, "schema");
  const json::Value* files = json::find(*value, "files");
  if (found_format != format || !created_at || schema < 0 || files == nullptr || !files->is_array())
    return unreadable("The manifest lacks format, createdAt, schema or files.");
  Manifest manifest{.program = std::string(json::find_string(*value, "program").value_or("")),
                    .created_at = *created_at,
                    .schema = static_cast<unsigned>(schema),
                    .taken_from = std::string(json::find_string(*value, "takenFrom").value_or("")),
                    .files = {}};
  for (const json::Value& file : files->get_array()) manifest.files.push_back(TRY(parse_file(file)));
  return manifest;
}

}  // namespace pagewright::backup
