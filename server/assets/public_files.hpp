// GET /assets/:address/:name: the bytes of assets, for everyone who knows their address. Of the editor and of published
// sites alike.
#pragma once

#include "server/assets/asset.hpp"
#include "server/database/database.hpp"
#include "server/http/router.hpp"
#include "server/jobs/executor_pool.hpp"
#include "server/storage/file_store.hpp"

namespace pagewright::assets {

class PublicFiles {
 public:
  PublicFiles(database::Database& database, storage::FileStore& store, ExecutorPool& pool)
      : database_(database), store_(store), pool_(pool) {}

  // What is at an address never changes, so browsers keep it. The name does not matter.
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  database::Database& database_;
  storage::FileStore& store_;
  ExecutorPool& pool_;
};

}  // namespace pagewright::assets
