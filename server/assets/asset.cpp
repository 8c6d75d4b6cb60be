#include "server/assets/asset.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "server/base/fields.hpp"
#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"
#include "server/base/valid_text.hpp"
#include "server/collaboration/slug.hpp"

namespace pagewright::assets {
namespace {

constexpr std::size_t most_name_bytes = 255;

std::string_view without_ending(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string variant_json(const AssetFile& file, std::string_view name) {
  return JsonText()
      .number("width", file.width.value_or(0))
      .number("height", file.height.value_or(0))
      .text("url", path_of(file, name))
      .number("bytes", file.size)
      .take();
}

JsonText& optional_number(JsonText& json, std::string_view name, std::optional<std::int64_t> value) {
  return value ? json.number(name, *value) : json.raw(name, "null");
}

}  // namespace

std::string Asset::to_json() const {
  std::vector<std::string> variants;
  std::string srcset;
  std::string url;
  for (const AssetFile& file : files) {
    if (!file.address) continue;
    url = path_of(file, name);  // the largest is the last
    if (&file == &files.front()) continue;
    variants.push_back(variant_json(file, name));
    srcset += (srcset.empty() ? "" : ", ") + url + " " + std::to_string(file.width.value_or(0)) + "w";
  }
  JsonText json;
  json.text("id", id)
      .text("name", name)
      .text("kind", name_of(kind_of(type)))
      .text("mediaType", name_of(type))
      .number("bytes", size);
  optional_number(json, "width", width);
  optional_number(json, "height", height);
  return json.text("alt", alt)
      .text("description", description)
      .text("url", url)
      .raw("variants", json_array(variants))
      .text("srcset", srcset)
      .text("createdBy", created_by)
      .time("createdAt", created_at)
      .time("updatedAt", updated_at)
      .take();
}

std::string Asset::summary_json() const {
  return JsonText()
      .text("id", id)
      .text("name", name)
      .text("kind", name_of(kind_of(type)))
      .text("mediaType", name_of(type))
      .number("bytes", size)
      .take();
}

std::vector<std::string> Asset::addresses() const {
  std::vector<std::string> found;
  for (const AssetFile& file : files)
    if (file.address) found.push_back(*file.address);
  return found;
}

std::string asset_name(std::string_view sent, MediaType type) {
  if (const auto slash = sent.find_last_of("/\\"); slash != std::string_view::npos) sent.remove_prefix(slash + 1);
  std::string name = valid_text(sent, most_name_bytes);
  std::erase_if(name, [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == 0x7f; });
  name = trimmed(name);
  if (name.empty() || name.front() == '.') name = "file" + name;
  return name.contains('.') ? name : name + "." + std::string(ending_of(type));
}

std::string address_of(std::string_view organization_id, std::string_view bytes) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const std::string_view part : {organization_id, bytes})
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
  crypto_hash_sha256_final(&state, digest.data());
  std::array<char, digest.size() * 2 + 1> text;
  sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
  return {text.data(), text.size() - 1};
}

std::string path_of(const AssetFile& file, std::string_view asset_name) {
  const auto type = parse_media_type(file.media_type);
  std::string path =
      "/assets/" + file.address.value_or("") + "/" + collaboration::slug_from(without_ending(asset_name)).substr(0, 60);
  if (file.place.ends_with(".webp") && file.width && !file.place.contains("/original."))
    path += "-" + std::to_string(*file.width);
  return path + "." + std::string(type ? ending_of(*type) : "bin");
}

std::string search_text(const Asset& asset) {
  return fold(asset.name + "\n" + asset.alt + "\n" + asset.description);
}

}  // namespace pagewright::assets
