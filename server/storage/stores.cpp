#include "server/storage/stores.hpp"

#include "server/storage/bucket_store.hpp"
#include "server/storage/directory_store.hpp"
#include "server/storage/open_files.hpp"

namespace pagewright::storage {
namespace {

// Some hundred pictures that visitors see at the moment.
constexpr std::size_t most_open_bytes = 256UL * 1024 * 1024;
constexpr std::size_t most_open_files = 500;

}  // namespace

std::optional<Bucket> Settings::bucket() const {
  auto bucket = Bucket::parse(bucket_url);
  if (!bucket) return std::nullopt;
  bucket->region = region;
  bucket->access_key = access_key;
  bucket->secret_key = secret_key;
  return bucket;
}

std::unique_ptr<FileStore> store_for(const Settings& settings, const std::filesystem::path& data_directory,
                                     const std::string& name) {
  std::unique_ptr<FileStore> store;
  if (auto bucket = settings.bucket()) {
    bucket->prefix += name + "/";
    store = std::make_unique<BucketStore>(std::move(*bucket), data_directory);
  } else {
    store = std::make_unique<DirectoryStore>(data_directory / name);
  }
  return std::make_unique<OpenFiles>(std::move(store), most_open_bytes, most_open_files);
}

}  // namespace pagewright::storage
