// The rules of an organisation's assets.
#pragma once

#include <functional>

#include "server/assets/asset_maker.hpp"
#include "server/assets/asset_store.hpp"
#include "server/assets/incoming_file.hpp"
#include "server/assets/usage_search.hpp"
#include "server/background/kinds.hpp"
#include "server/http/body_reader.hpp"
#include "server/http/rate_limiter.hpp"

namespace pagewright::assets {

struct Settings {
  std::uint64_t most_bytes = 20ULL * 1024 * 1024;  // of one file
  std::uint64_t most_bytes_of_organization =
      10'000ULL * 1024 * 1024;  // of all that is kept of its files; 0: any number
};

// What to change; nothing: as it is.
struct AssetChange {
  std::optional<std::string> name;
  std::optional<std::string> alt;
  std::optional<std::string> description;
};

struct Uploaded {
  Asset asset;
  bool is_new = false;  // false: the organisation has those bytes already, and it is that asset
};

class AssetService {
 public:
  static constexpr double most_uploads = 300;  // of a member, in ten minutes
  // How long the files of what was deleted stay in the store, though nobody can ask for them: a backup that began
  // before still finds them.
  static constexpr Milliseconds files_stay_for = 3600LL * 1000;
  // What was written for an upload that then came to nothing, because the server stopped, goes after so long.
  static constexpr Milliseconds upload_takes = 3600LL * 1000;

  // Registers the kind of job "assets.remove_files"; `kinds` must not outlive the service. Uploads are written to
  // `upload_directory`, which exists, until it is known what they are.
  AssetService(collaboration::Room::Surroundings surroundings, storage::FileStore& store, background::Kinds& kinds,
               std::filesystem::path upload_directory, Settings settings);

  // Reads the body to its end, or as far as it takes to refuse it. `name` is what the file is called where it comes
  // from.
  Task<Outcome<Uploaded>> upload(http::Caller caller, std::string name, http::BodyReader& body);

  Task<Outcome<AssetList>> list(AssetQuery query);
  Task<Outcome<Asset>> get(http::Caller caller, std::string id);
  Task<Outcome<Asset>> change(http::Caller caller, std::string id, AssetChange change);
  Task<Outcome<std::vector<AssetUse>>> usage(http::Caller caller, std::string id);

  enum class IfUsed : std::uint8_t { keep, remove_all_the_same };
  // Conflict where it is used and shall be kept then.
  Task<Outcome<void>> remove(http::Caller caller, std::string id, IfUsed if_used);

 private:
  Task<Outcome<std::unique_ptr<IncomingFile>>> receive(http::BodyReader& body);
  Task<Outcome<std::optional<Asset>>> find_equal(const http::Caller& caller, const std::string& source_hash);
  // A job that removes these files, unless the upload is finished and withdraws it: its id.
  Task<Outcome<std::string>> schedule_removal(std::vector<std::string> places);
  Task<Outcome<void>> check_quota(const http::Caller& caller, std::uint64_t more);
  Task<Outcome<Uploaded>> store_new(const http::Caller& caller, Asset asset, std::string removal);
  Task<background::Attempt> remove_files(const background::Job& job);

  collaboration::Room::Surroundings surroundings_;
  AssetMaker maker_;
  UsageSearch usage_search_;
  const std::filesystem::path upload_directory_;
  const Settings settings_;
  http::RateLimiter uploads_{most_uploads, std::chrono::minutes(10)};
  // Of their own, so that large pictures leave the others to those who edit. Last: they use what stands above.
  ExecutorPool threads_{2};
};

}  // namespace pagewright::assets
