// Which store an installation keeps its files in.
#pragma once

#include <optional>

#include "server/storage/bucket.hpp"
#include "server/storage/file_store.hpp"

namespace pagewright::storage {

struct Settings {
  std::string bucket_url = {};  // "https://s3.example.org/bucket/prefix"; empty: the directory of the installation
  std::string region = "us-east-1";
  std::string access_key = {};
  std::string secret_key = {};

  // Nothing: no bucket. The address was checked.
  [[nodiscard]] std::optional<Bucket> bucket() const;
};

// Files of that name in the installation's directory, or in the bucket below that prefix. With some kept open before
// it.
[[nodiscard]] std::unique_ptr<FileStore> store_for(const Settings& settings,
                                                   const std::filesystem::path& data_directory,
                                                   const std::string& name);

}  // namespace pagewright::storage
