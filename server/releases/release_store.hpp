// Releases, their artifacts by content hash, and the pointers of the environments.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/sites/site_snapshot.hpp"

namespace pagewright::releases {

struct Release {
  std::string id;
  std::string organization_id;
  std::string environment_id;
  std::string author_id;
  Milliseconds created_at = 0;
};

// One page in a release.
struct ReleasedPage {
  std::string page_id;
  std::string version_id;
  std::string slug;
  bool is_home = false;
  std::shared_ptr<const sites::Artifact> artifact;  // its etag is the content hash
};

// Stores the artifact where its content is new, records the release, and moves the environment's pointer for the page.
// Conflict where another page is shown at that slug.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Release& release, const ReleasedPage& page);

// When the page was first shown in the environment; `otherwise` where it is not.
[[nodiscard]] Outcome<Milliseconds> first_published_at(database::Connection& connection,
                                                       std::string_view environment_id, std::string_view page_id,
                                                       Milliseconds otherwise);

// The sequence of the document that the environment shows of a page; -1 where it shows none.
[[nodiscard]] Outcome<std::int64_t> shown_sequence(database::Connection& connection, std::string_view environment_id,
                                                   std::string_view page_id);

// The version of a page that an environment shows.
struct ShownVersion {
  std::string organization_id;
  std::string page_name;
  std::int64_t number = 0;
};
[[nodiscard]] Outcome<std::optional<ShownVersion>> shown_version(database::Connection& connection,
                                                                 std::string_view environment_id,
                                                                 std::string_view page_id);

// Takes the page off all environments.
[[nodiscard]] Outcome<void> unpublish(database::Connection& connection, std::string_view page_id);

// What a page was ever published as, with what no other page was published as: when it is deleted for ever.
[[nodiscard]] Outcome<void> forget(database::Connection& connection, std::string_view page_id);

struct Pointer {
  std::string environment_id;
  std::string environment_kind;
  std::string page_id;
  std::string slug;
  bool is_home = false;
  Milliseconds first_published_at = 0;
  std::shared_ptr<const sites::Artifact> artifact;
};
// All that is published, with artifacts: at start.
[[nodiscard]] Outcome<std::vector<Pointer>> load_pointers(database::Connection& connection);

}  // namespace pagewright::releases
