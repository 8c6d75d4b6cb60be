// Whether visitors get what was released: asked for as they do, right after a release.
#pragma once

#include "server/background/kinds.hpp"
#include "server/environments/published_pages.hpp"
#include "server/releases/health_store.hpp"
#include "server/releases/release_history.hpp"
#include "server/sites/site_server.hpp"

namespace pagewright::releases {

class ReleaseHealth {
 public:
  // Registers the kind of job "release.check". `sites` is what the listener serves from.
  ReleaseHealth(database::Database& database, const sites::SiteSnapshots& sites, ReleaseHistory& history,
                background::Kinds& kinds, std::function<Milliseconds()> clock);

 private:
  struct Examined;
  Task<background::Attempt> check(const background::Job& job);
  [[nodiscard]] CheckedPage fetch(const environments::Environment& environment, const ReleasedPage& page) const;
  Task<Outcome<void>> note(const Examined& examined);
  Task<std::string> go_back(const Examined& examined);

  database::Database& database_;
  const sites::SiteSnapshots& sites_;
  sites::SiteServer server_;  // the listener's own routing, without its connections
  ReleaseHistory& history_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::releases
