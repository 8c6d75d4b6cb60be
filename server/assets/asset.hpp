// A file that an organisation has uploaded, and what is kept of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/assets/media_type.hpp"
#include "server/base/timestamp.hpp"

namespace pagewright::assets {

struct AssetFile {
  std::string place;                   // in the store
  std::optional<std::string> address;  // of the public; nothing: it is not shown
  std::string media_type;
  std::int64_t size = 0;
  std::optional<std::int64_t> width = {};
  std::optional<std::int64_t> height = {};
};

struct Asset {
  std::string id;
  std::string organization_id;
  std::string created_by;
  MediaType type = MediaType::jpeg;  // of what was uploaded
  std::string source_hash;
  std::int64_t size = 0;  // likewise
  std::optional<std::int64_t> width = {};
  std::optional<std::int64_t> height = {};
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;
  std::string name;
  std::string alt = {};
  std::string description = {};
  std::vector<AssetFile> files = {};  // the original first, then the variants, the smallest first

  // With the address that shows it whole, its variants, and srcset.
  [[nodiscard]] std::string to_json() const;
  // For events and the audit log.
  [[nodiscard]] std::string summary_json() const;
  // Those parts of addresses by which a page that shows it can be known.
  [[nodiscard]] std::vector<std::string> addresses() const;
};

// What names a file that was called `sent` where it comes from, without folders: at most 255 characters, and never
// empty.
[[nodiscard]] std::string asset_name(std::string_view sent, MediaType type);

// "SHA-256 of the organisation and the bytes": 64 hexadecimal digits.
[[nodiscard]] std::string address_of(std::string_view organization_id, std::string_view bytes);

// "/assets/<address>/<name>": the name is for people, and does not matter.
[[nodiscard]] std::string path_of(const AssetFile& file, std::string_view asset_name);

// What searching looks through.
[[nodiscard]] std::string search_text(const Asset& asset);

}  // namespace pagewright::assets
