// What a backup holds, as its last file says: docs/formats/backup.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::backup {

struct ArchivedFile {
  std::string name;  // in the archive: "database/pagewright.db", "data/jwt.key"
  std::uint64_t size = 0;
  std::string sha256;
  bool operator==(const ArchivedFile&) const = default;
};

struct Manifest {
  std::string program;  // the version of Pagewright that wrote it: "0.1.0"
  Milliseconds created_at = 0;
  unsigned schema = 0;              // the number of the newest migration
  std::string taken_from;           // "sqlite" or "postgresql"; it can be restored into either
  std::vector<ArchivedFile> files;  // all others, in the archive's order
  bool operator==(const Manifest&) const = default;

  [[nodiscard]] std::string to_json() const;
  // Error internal, with a sentence in `cause`: it is no manifest, or one of a later format.
  static Outcome<Manifest> parse(std::string_view text);
};

inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view database_name = "database/pagewright.db";
inline constexpr std::string_view data_folder = "data/";

}  // namespace pagewright::backup
