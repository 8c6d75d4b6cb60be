#include "server/storage/unnamed_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "server/base/digest.hpp"

namespace pagewright::storage {

int open_unnamed(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return descriptor;
  // Not every file system has files that never had a name.
  const auto path = directory / (".unfinished-" + random_secret(9));
  const int named = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (named >= 0) ::unlink(path.c_str());
  return named;
}

}  // namespace pagewright::storage
