// A file that is being uploaded: on disk from the first byte on, and without a name, so that nothing of it stays behind
// when the upload ends in whatever way.
#pragma once

#include <sodium.h>

#include <filesystem>
#include <memory>
#include <string>

#include "server/storage/mapped_file.hpp"

namespace pagewright::assets {

// All calls block: they are made on pools.
class IncomingFile {
 public:
  // In that directory, which exists.
  [[nodiscard]] static Outcome<std::unique_ptr<IncomingFile>> make_in(const std::filesystem::path& directory);
  ~IncomingFile();
  IncomingFile(const IncomingFile&) = delete;
  IncomingFile& operator=(const IncomingFile&) = delete;

  Outcome<void> append(std::string_view bytes);

  [[nodiscard]] std::uint64_t size() const { return size_; }
  // The first sniffed_bytes, as far as they are there.
  [[nodiscard]] std::string_view beginning() const { return beginning_; }

  // When all is there. SHA-256 as 64 hexadecimal digits; only once.
  [[nodiscard]] std::string hash();
  [[nodiscard]] Outcome<std::shared_ptr<const storage::MappedFile>> map() const;

 private:
  explicit IncomingFile(int descriptor);

  int descriptor_;
  std::uint64_t size_ = 0;
  std::string beginning_;
  crypto_hash_sha256_state hash_;
};

}  // namespace pagewright::assets
