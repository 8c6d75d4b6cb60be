#include "server/backup/staging_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace pagewright::backup {

Outcome<StagingFolder> StagingFolder::make_in(const std::filesystem::path& place) {
  std::string name = (place / (std::string(prefix) + "XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr)
    return std::unexpected(Problem::internal("Cannot write to " + place.string() + ": " + std::strerror(errno) + "."));
  return StagingFolder(name);
}

StagingFolder::~StagingFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace pagewright::backup
