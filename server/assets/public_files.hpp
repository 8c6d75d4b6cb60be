// GET /assets/:address/:name: the bytes of assets, for everyone who knows their address. Of the editor and of published
// sites alike.
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "server/assets/asset.hpp"
#include "server/database/database.hpp"
#include "server/http/router.hpp"
#include "server/jobs/executor_pool.hpp"
#include "server/storage/file_store.hpp"

namespace pagewright::assets {

class PublicFiles {
 public:
  // Where more than `most_waiting` files are being fetched, further ones are refused until some have come.
  PublicFiles(database::Database& database, storage::FileStore& store, std::size_t most_waiting = 500)
      : database_(database), store_(store), most_waiting_(most_waiting) {}

  // What is at an address never changes, so browsers keep it. The name does not matter.
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  using File = std::shared_ptr<const storage::MappedFile>;
  // A file that is under way, for all who ask for it meanwhile.
  struct Fetch {
    std::optional<Outcome<File>> result;
    std::vector<Resume> waiting;
  };
  Task<Outcome<File>> open(std::string place);
  Task<Outcome<storage::FileStore::Part>> open_part(std::string place, std::uint64_t first, std::uint64_t count);
  void finish(const std::string& place, Fetch& fetch, Outcome<File> result);
  // Whether one more may be fetched, which then is.
  [[nodiscard]] bool begin();

  database::Database& database_;
  storage::FileStore& store_;
  std::size_t most_waiting_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Fetch>> under_way_;  // by place
  std::size_t waiting_ = 0;
  // Of its own: a store that takes its time keeps nobody from signing in or opening a page.
  ExecutorPool threads_{4};
};

}  // namespace pagewright::assets
