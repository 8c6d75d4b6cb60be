// Bytes in an unnamed file in memory: the kernel sends them from where they are, without copying them for each request.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace pagewright::sites {

class MemoryFile {
 public:
  // Null where it would not pay (short bytes are copied faster than two calls are made), or where the process is short
  // of file descriptors: those are for connections first.
  [[nodiscard]] static std::shared_ptr<const MemoryFile> holding(std::string_view bytes);

  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace pagewright::sites
