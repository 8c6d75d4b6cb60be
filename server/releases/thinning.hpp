// Forgetting old releases of an environment, without what it shows and without what going back needs.
#pragma once

#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::releases {

struct EnvironmentKey {
  std::string id;
  std::string organization_id;
  std::string kind;
};
[[nodiscard]] Outcome<std::vector<EnvironmentKey>> environments_with_releases(database::Connection& connection);

// The oldest release that is to be kept: of the newest `count`, and of those that were made at `since` or later. Empty:
// all are kept.
[[nodiscard]] Outcome<std::string> oldest_kept(database::Connection& connection, std::string_view environment_id,
                                               std::int64_t count, Milliseconds since);

struct Thinned {
  std::int64_t releases = 0;   // that are gone
  std::int64_t pages = 0;      // of releases, whether or not those are gone
  std::int64_t artifacts = 0;  // whose bytes are gone
};
// Of releases before `oldest` it keeps only what the environment showed after that one, and what it shows now. What is
// left of them cannot be gone back to.
[[nodiscard]] Outcome<Thinned> thin_out(database::Connection& connection, std::string_view environment_id,
                                        std::string_view oldest);

// Deletes the bytes of these hashes that no release and no environment has any more: how many.
[[nodiscard]] Outcome<std::int64_t> drop_unused(database::Connection& connection,
                                                const std::vector<std::string>& content_hashes);

}  // namespace pagewright::releases
