// GET /components/:name/upgrade
#pragma once

#include "server/http/router.hpp"
#include "server/upgrades/upgrade_service.hpp"

namespace pagewright::upgrades {

class UpgradeRoutes {
 public:
  explicit UpgradeRoutes(UpgradeService& service) : service_(service) {}
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  UpgradeService& service_;
};

}  // namespace pagewright::upgrades
