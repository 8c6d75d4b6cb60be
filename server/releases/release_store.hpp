// Releases, their artifacts by content hash, and the pointers of the environments.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/environments/environment_records.hpp"
#include "server/sites/site_snapshot.hpp"

namespace pagewright::releases {

// How a release came about.
inline constexpr std::string_view by_publishing = "publish";
inline constexpr std::string_view by_rollback = "rollback";
inline constexpr std::string_view by_promotion = "promotion";
inline constexpr std::string_view by_preview = "preview";

struct Release {
  std::string id;
  std::string organization_id;
  std::string environment_id;
  std::string author_id;
  Milliseconds created_at = 0;
  std::string kind = std::string(by_publishing);
  std::string message = {};
  std::optional<std::string> source_id = {};  // the release that it goes back to, or whose pages it shows
  bool rolls_back = false;                    // where its pages turn out not to be served
  std::string log = "[]";                     // JSON: what was done for it
};

// A log with one more sentence.
[[nodiscard]] std::string with_line(std::string log, Milliseconds at, std::string_view sentence);

// How an environment shows a page: bytes at an address.
struct Placement {
  std::string page_id;
  std::string version_id;
  std::string slug;
  bool is_home = false;
  std::string content_hash;
  std::int64_t design_version = 1;    // of the design tokens that it was rendered with
  std::string settings_hash = {};     // of the page's settings that it was rendered with; empty: not known
  std::string component_set_id = {};  // of the components that the page has, as they were then; empty: not known
  bool operator==(const Placement&) const = default;
};

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Release& release);

// Stores the bytes where they are new.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const sites::Artifact& artifact, Milliseconds now);
// not_found never: what a placement names is there.
[[nodiscard]] Outcome<std::shared_ptr<const sites::Artifact>> load_artifact(database::Connection& connection,
                                                                            std::string_view content_hash);

// Makes the page part of the release, and moves the environment's pointer for it. The release and the artifact are
// there. Conflict where another page is shown at that slug.
[[nodiscard]] Outcome<void> place(database::Connection& connection, const Release& release, const Placement& placement,
                                  Milliseconds first_published_at);
// The release takes the page off its environment.
[[nodiscard]] Outcome<void> take_off(database::Connection& connection, const Release& release,
                                     std::string_view page_id);

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

// An act that takes pages off all environments. Of each environment that visitors see, one release says so for all of
// the pages: whoever goes back to something later than it does not show them again.
struct TakingOffline {
  std::string organization_id;
  std::string author_id;
  std::string message;
  Milliseconds at = 0;
  std::map<std::string, Release> releases = {};  // by environment
};
[[nodiscard]] Outcome<void> unpublish(database::Connection& connection, std::string_view page_id, TakingOffline& act);

// What a page was ever published as, with what no other page was published as: when it is deleted for ever. Answers the
// previews of its branches, which are deleted with it.
[[nodiscard]] Outcome<std::vector<environments::Environment>> forget(database::Connection& connection,
                                                                     std::string_view page_id,
                                                                     std::string_view organization_id);

struct Pointer {
  std::string environment_id;
  std::string page_id;
  std::string slug;
  bool is_home = false;
  Milliseconds first_published_at = 0;
  std::shared_ptr<const sites::Artifact> artifact;
};
// All that is published, with artifacts: at start.
[[nodiscard]] Outcome<std::vector<Pointer>> load_pointers(database::Connection& connection);

}  // namespace pagewright::releases
