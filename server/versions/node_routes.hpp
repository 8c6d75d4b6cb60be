// POST /pages/:id/versions/:number/nodes/:node/restore, GET /pages/:id/nodes/:node/blame
#pragma once

#include "server/http/router.hpp"
#include "server/versions/blame_service.hpp"
#include "server/versions/version_service.hpp"

namespace pagewright::versions {

class NodeRoutes {
 public:
  NodeRoutes(VersionService& versions, BlameService& blames) : versions_(versions), blames_(blames) {}
  Task<Outcome<http::Response>> restore(http::Request& request);
  Task<Outcome<http::Response>> blame(http::Request& request);

 private:
  VersionService& versions_;
  BlameService& blames_;
};

}  // namespace pagewright::versions
