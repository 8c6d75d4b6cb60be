// Environments that show a branch of a page to reviewers: opened for a time, renewed with each version of the branch.
#pragma once

#include "server/releases/environment_removal.hpp"
#include "server/releases/preview_store.hpp"
#include "server/releases/release_service.hpp"

namespace pagewright::releases {

inline constexpr std::int64_t most_previews = 50;

class PreviewService {
 public:
  PreviewService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                 environments::PublishedPages& published, ReleaseService& releases, EnvironmentRemoval& removal,
                 std::string sites_url)
      : surroundings_(std::move(surroundings)),
        rooms_(rooms),
        published_(published),
        releases_(releases),
        removal_(removal),
        sites_url_(std::move(sites_url)) {}

  // The environment of the branch, for members, with the branch as it is now. Where there is one, its time begins anew.
  Task<Outcome<environments::Environment>> open(http::Caller caller, std::string page_id, std::string branch,
                                                std::chrono::hours lasts);
  Task<Outcome<void>> close(http::Caller caller, std::string page_id, std::string branch);

  // Every few seconds: shows new versions, and removes what is over.
  Task<void> maintain();

 private:
  Task<Outcome<void>> ensure_version(const http::Caller& caller, const std::shared_ptr<collaboration::Room>& room,
                                     const std::string& page_id, const std::string& branch);
  Task<Outcome<environments::Environment>> make(http::Caller caller, std::string page_name, Preview wanted);
  Task<Outcome<std::optional<Preview>>> find(std::string page_id, std::string branch);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  environments::PublishedPages& published_;
  ReleaseService& releases_;
  EnvironmentRemoval& removal_;
  const std::string sites_url_;
};

}  // namespace pagewright::releases
