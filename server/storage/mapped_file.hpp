// The bytes of a file on disk, read by the kernel as they are used: nothing of it is copied to the heap. The file must
// not become shorter while it is mapped; removing it is fine.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "server/problem/problem.hpp"

namespace pagewright::storage {

class MappedFile {
 public:
  // not_found where there is no such file.
  [[nodiscard]] static Outcome<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);
  // `descriptor` stays the caller's, and may be closed at once.
  [[nodiscard]] static Outcome<std::shared_ptr<const MappedFile>> of(int descriptor);

  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

 private:
  MappedFile(void* start, std::size_t size) : start_(start), size_(size) {}

  void* start_;  // null: an empty file
  std::size_t size_;
};

}  // namespace pagewright::storage
