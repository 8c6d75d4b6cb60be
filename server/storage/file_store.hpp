// The seam to where files are kept that are too large for the database: a directory, or a bucket of an object store.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "server/storage/mapped_file.hpp"

namespace pagewright::storage {

// Files by their place, "0192f3a1-7c4e-7b1a-9f00-3d2a5c6b7e88/640.webp": parts of [A-Za-z0-9_.-], of which none begins
// with a dot, with slashes between them. What is at a place never changes: it is written once, and removed. All calls
// block: they are made on pools. Thread-safe.
class FileStore {
 public:
  virtual ~FileStore() = default;

  // Success means that it outlives a power cut. `bytes` may be of a mapped file.
  virtual Outcome<void> put(const std::string& place, std::string_view bytes, std::string_view media_type) = 0;

  // not_found where nothing is there; unavailable where the store cannot be reached.
  virtual Outcome<std::shared_ptr<const MappedFile>> open(const std::string& place) = 0;

  // Some of a file's bytes: from `first` on `count`, or as many as there are. What else has to be read for that is up
  // to the store: a bucket is asked for these only.
  struct Part {
    std::shared_ptr<const MappedFile> file;  // keeps the bytes
    std::string_view bytes;
  };
  virtual Outcome<Part> open_part(const std::string& place, std::uint64_t first, std::uint64_t count);

  // Nothing there is fine.
  virtual Outcome<void> remove(const std::string& place) = 0;

  // Writes, reads and removes a small file. What is wrong is told in `detail`, for the operator.
  virtual Outcome<void> try_out() = 0;
};

[[nodiscard]] bool is_place(std::string_view text);

}  // namespace pagewright::storage
