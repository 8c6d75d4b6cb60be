// Reads a backup from its beginning to its end, and holds each file against the manifest.
#pragma once

#include <filesystem>

#include "server/backup/manifest.hpp"

namespace pagewright::backup {

// What of a backup is written to disk while it is read.
enum class Unpacked : std::uint8_t { everything, database };

// Unpacks a backup into `folder`, which exists and is empty: database/pagewright.db and data/… Error internal, with a
// sentence in `cause`, where the file is no backup, is cut off, or has a file that is not what the manifest says.
[[nodiscard]] Outcome<Manifest> unpack(const std::filesystem::path& backup, const std::filesystem::path& folder,
                                       Unpacked what);

}  // namespace pagewright::backup
