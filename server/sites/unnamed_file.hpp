// Bytes in a file without a name, which ends with the process: the kernel sends them from its cache of the file's
// pages, without copying them for each request.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace pagewright::sites {

class UnnamedFile {
 public:
  // Null where it would not pay (short bytes are copied faster than two calls are made), or where the process is short
  // of file descriptors: those are for connections first.
  [[nodiscard]] static std::shared_ptr<const UnnamedFile> holding(std::string_view bytes);

  ~UnnamedFile();
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  explicit UnnamedFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace pagewright::sites
