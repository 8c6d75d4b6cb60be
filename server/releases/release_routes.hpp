// POST /pages/:id/publish, POST /releases, GET /pages/:id/preview
#pragma once

#include "server/http/router.hpp"
#include "server/releases/scheduled_release.hpp"

namespace pagewright::releases {

class ReleaseRoutes {
 public:
  ReleaseRoutes(ReleaseService& service, ScheduledReleases& scheduled, std::function<Milliseconds()> clock)
      : service_(service), scheduled_(scheduled), clock_(std::move(clock)) {}
  Task<Outcome<http::Response>> publish(http::Request& request);
  Task<Outcome<http::Response>> publish_several(http::Request& request);
  Task<Outcome<http::Response>> preview(http::Request& request);

 private:
  ReleaseService& service_;
  ScheduledReleases& scheduled_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::releases
