// A store before which the files stay open that were asked for last: a bucket is not asked again for each request, nor
// is a directory.
#pragma once

#include <list>
#include <mutex>
#include <unordered_map>

#include "server/storage/file_store.hpp"

namespace pagewright::storage {

class OpenFiles final : public FileStore {
 public:
  // Keeps at most `most_bytes`, in at most `most_files` files.
  OpenFiles(std::unique_ptr<FileStore> store, std::size_t most_bytes, std::size_t most_files)
      : store_(std::move(store)), most_bytes_(most_bytes), most_files_(most_files) {}

  Outcome<void> put(const std::string& place, std::string_view bytes, std::string_view media_type) override {
    return store_->put(place, bytes, media_type);
  }
  Outcome<std::shared_ptr<const MappedFile>> open(const std::string& place) override;
  // Of a file that is open already; otherwise only these bytes are asked for, and not kept.
  Outcome<Part> open_part(const std::string& place, std::uint64_t first, std::uint64_t count) override;
  Outcome<void> remove(const std::string& place) override;
  Outcome<void> try_out() override { return store_->try_out(); }

 private:
  struct Entry {
    std::shared_ptr<const MappedFile> file;
    std::list<std::string>::iterator use;
  };
  [[nodiscard]] std::shared_ptr<const MappedFile> find(const std::string& place);
  // With mutex_ held.
  void keep(const std::string& place, std::shared_ptr<const MappedFile> file);
  void forget(const std::string& place);

  std::unique_ptr<FileStore> store_;
  const std::size_t most_bytes_;
  const std::size_t most_files_;
  std::mutex mutex_;
  std::unordered_map<std::string, Entry> entries_;
  std::list<std::string> uses_;  // the least recent first
  std::size_t bytes_ = 0;
};

}  // namespace pagewright::storage
