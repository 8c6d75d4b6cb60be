#include "server/storage/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "server/storage/disk_fault.hpp"

namespace pagewright::storage {

Outcome<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::unexpected(Problem::not_found("There is no such file."));
    return std::unexpected(disk_fault("open " + path.string()));
  }
  auto mapped = of(descriptor);
  ::close(descriptor);
  return mapped;
}

Outcome<std::shared_ptr<const MappedFile>> MappedFile::of(int descriptor) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0) return std::unexpected(disk_fault("look at a file"));
  const auto size = static_cast<std::size_t>(status.st_size);
  void* start = nullptr;
  if (size > 0) {
    start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (start == MAP_FAILED) return std::unexpected(disk_fault("map a file"));
  }
  return std::shared_ptr<const MappedFile>(new MappedFile(start, size));
}

MappedFile::~MappedFile() {
  if (start_ != nullptr) ::munmap(start_, size_);
}

}  // namespace pagewright::storage
