#include "server/cli/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace pagewright::cli {
namespace {

std::unexpected<Problem> unusable(std::string sentence) {
  auto problem = Problem::internal(sentence);
  problem.detail = std::move(sentence);
  return std::unexpected(std::move(problem));
}

}  // namespace

Outcome<DataDirectory> DataDirectory::open(const std::filesystem::path& path) {
  std::error_code fault;
  const bool is_new = std::filesystem::create_directories(path, fault);
  if (fault) return unusable("Cannot create the data directory " + path.string() + ": " + fault.message() + ".");
  if (is_new) std::filesystem::permissions(path, std::filesystem::perms::owner_all, fault);

  const auto lock_file = path / "lock";
  const int lock = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (lock < 0)
    return unusable("Cannot write to the data directory " + path.string() + ": " + std::strerror(errno) + ".");
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return unusable("Another Pagewright is using the data directory " + path.string() +
                    ". Stop it, or choose another one with --data.");
  }
  return DataDirectory(path, lock);
}

Outcome<std::optional<DataDirectory>> DataDirectory::lock_folder_of(const std::filesystem::path& file) const {
  const auto folder = std::filesystem::absolute(file).parent_path();
  std::error_code not_there;
  if (std::filesystem::equivalent(folder, path_, not_there)) return std::nullopt;
  return TRY(open(folder));
}

DataDirectory::DataDirectory(DataDirectory&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataDirectory::~DataDirectory() {
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace pagewright::cli
