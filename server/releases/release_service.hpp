// Publishing pages, and previews of what publishing would show.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/environments/environment_store.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/releases/published_pages.hpp"
#include "server/releases/release_store.hpp"

namespace pagewright::releases {

struct Publication {
  Release release;
  ReleasedPage page;
  std::string url;
  std::shared_ptr<const std::string> page_json;
};

class ReleaseService {
 public:
  ReleaseService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms, PublishedPages& published)
      : surroundings_(std::move(surroundings)), rooms_(rooms), published_(published) {}

  Task<Outcome<Publication>> publish(http::Caller caller, std::string page_id, std::string environment_id);

  // The page's HTML as it would be published to production. `version`: of that version; nothing: as it is now.
  Task<Outcome<std::string>> preview(http::Caller caller, std::string page_id, std::string branch,
                                     std::optional<std::int64_t> version);

  // At start: shows what was published before.
  Task<Outcome<void>> load();

 private:
  struct Site;
  Task<Outcome<Site>> site_of(std::string organization_id);
  Task<Outcome<std::string>> render(const Site& site, const environments::Environment& environment,
                                    const collaboration::Room::State& state, const document::Document& document);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  PublishedPages& published_;
};

}  // namespace pagewright::releases
