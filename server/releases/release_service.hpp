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
  Placement page;
  std::shared_ptr<const sites::Artifact> artifact;
  std::string url;
  std::shared_ptr<const std::string> page_json;
};

// What visitors see at a path of the sites listener.
struct ShownPage {
  std::string organization_id;
  std::string environment_id;
  std::string page_id;
  std::string page_name;
  tokens::SharedLibrary library;
  document::Document document;
};

class ReleaseService {
 public:
  ReleaseService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms, PublishedPages& published)
      : surroundings_(std::move(surroundings)), rooms_(rooms), published_(published) {}

  Task<Outcome<Publication>> publish(http::Caller caller, std::string page_id, std::string environment_id);

  // The page's HTML as it would be published to production. `version`: of that version; nothing: as it is now.
  Task<Outcome<std::string>> preview(http::Caller caller, std::string page_id, std::string branch,
                                     std::optional<std::int64_t> version);

  // Nothing where nothing is shown there.
  Task<Outcome<std::optional<ShownPage>>> shown_at(std::string path);

  // At start: shows what was published before.
  Task<Outcome<void>> load();

 private:
  struct Site;
  Task<Outcome<Site>> site_of(std::string organization_id);
  Task<Outcome<document::Document>> read_version(std::string page_id, std::int64_t number,
                                                 tokens::SharedLibrary library);
  Task<Outcome<std::string>> render(const Site& site, const collaboration::Room::State& state,
                                    const document::Document& document);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  PublishedPages& published_;
};

}  // namespace pagewright::releases
