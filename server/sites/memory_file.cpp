#include "server/sites/memory_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace pagewright::sites {
namespace {

constexpr std::size_t fewest_bytes = 32 * 1024;
constexpr int most_files = 4096;

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::shared_ptr<const MemoryFile> MemoryFile::holding(std::string_view bytes) {
  if (bytes.size() < fewest_bytes) return nullptr;
  const int descriptor = ::memfd_create("pagewright-page", MFD_CLOEXEC);
  if (descriptor < 0) return nullptr;
  std::shared_ptr<const MemoryFile> file(new MemoryFile(descriptor));
  return descriptor < most_files && write_all(descriptor, bytes) ? file : nullptr;
}

MemoryFile::~MemoryFile() {
  ::close(descriptor_);
}

}  // namespace pagewright::sites
