// Publishing pages, and previews of what publishing would show.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/environments/environment_records.hpp"
#include "server/environments/published_pages.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/releases/preview_store.hpp"
#include "server/releases/release_writer.hpp"

namespace pagewright::releases {

struct Publication {
  Release release;
  Placement page;
  std::shared_ptr<const sites::Artifact> artifact;
  std::string url;
  std::shared_ptr<const std::string> page_json;
};

// Several pages at once.
struct Batch {
  std::string environment_id;
  std::optional<std::vector<std::string>> page_ids =
      {};  // nothing: all that the environment shows and that were changed since
  std::string message = {};
  bool rolls_back = false;  // where its pages turn out not to be served
};
inline constexpr std::size_t most_pages_at_once = 500;
inline constexpr std::size_t most_pages_in_a_request = 50;  // more are released by a job

// Who follows a batch while it is made.
struct BatchFollower {
  // From time to time, with what stands in the release's log by then. An error ends the batch, and is its result.
  std::function<Task<Outcome<void>>(std::int64_t done, std::int64_t total, std::string log)> progress = {};
  // In the transaction that moves the pointers.
  std::function<Outcome<void>(database::Connection&, const ReleaseRecord&)> also = {};
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
  ReleaseService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                 environments::PublishedPages& published, std::size_t most_pages = most_pages_at_once)
      : surroundings_(std::move(surroundings)), rooms_(rooms), published_(published), most_pages_(most_pages) {}

  Task<Outcome<Publication>> publish(http::Caller caller, std::string page_id, std::string environment_id,
                                     std::string message = {});

  // One release of all of them: visitors see either none of it or everything. A page that can't be published keeps all
  // from it, and is named. Conflict where nothing has changed.
  Task<Outcome<ReleaseRecord>> publish_several(http::Caller caller, Batch batch, BatchFollower follower = {});
  // How many pages that would be now, of an environment of the caller's organisation.
  Task<Outcome<std::size_t>> size_of(http::Caller caller, Batch batch);

  // The page's HTML as it would be published to production. `version`: of that version; nothing: as it is now.
  Task<Outcome<std::string>> preview(http::Caller caller, std::string page_id, std::string branch,
                                     std::optional<std::int64_t> version);

  // Nothing where nothing is shown there. `host` is a Host header.
  Task<Outcome<std::optional<ShownPage>>> shown_at(std::string host, std::string path);

  // Shows the last version of a branch in the environment that is there for it.
  Task<Outcome<void>> show_preview(Preview preview);

  // At start: shows what was published before.
  Task<Outcome<void>> load();

 private:
  struct Site;
  struct Ready;  // a page, rendered
  Task<Outcome<Ready>> make_ready(const http::Caller& caller, std::string page_id, const Site& site);
  Task<Outcome<std::vector<Ready>>> make_all_ready(const http::Caller& caller, const std::vector<std::string>& page_ids,
                                                   const Site& site, const BatchFollower& follower,
                                                   const std::string& log);
  Task<Outcome<void>> cut_versions(const http::Caller& caller, const std::vector<Ready>& pages,
                                   const environments::Environment& environment);
  Task<Outcome<std::vector<std::string>>> changed_pages(const std::string& organization_id,
                                                        const std::string& environment_id);
  Task<Outcome<Site>> site_of(std::string organization_id);
  Task<Outcome<document::Document>> read_version(std::string page_id, std::int64_t number,
                                                 tokens::SharedLibrary library);
  Task<std::shared_ptr<const sites::Artifact>> artifact_of(const std::string& page_id, std::string html);
  Task<Outcome<std::string>> render(const Site& site, const collaboration::Room::State& state,
                                    const document::Document& document);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  environments::PublishedPages& published_;
  std::size_t most_pages_;
};

}  // namespace pagewright::releases
