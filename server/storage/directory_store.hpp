// Files in a directory of this machine.
#pragma once

#include "server/storage/file_store.hpp"

namespace pagewright::storage {

class DirectoryStore final : public FileStore {
 public:
  // Made at the first file. What is half written has a name that begins with a dot, and is left behind by a crash.
  explicit DirectoryStore(std::filesystem::path root) : root_(std::move(root)) {}

  Outcome<void> put(const std::string& place, std::string_view bytes, std::string_view media_type) override;
  Outcome<std::shared_ptr<const MappedFile>> open(const std::string& place) override;
  Outcome<void> remove(const std::string& place) override;
  Outcome<void> try_out() override;

 private:
  [[nodiscard]] std::filesystem::path file_at(const std::string& place) const;

  std::filesystem::path root_;
};

}  // namespace pagewright::storage
