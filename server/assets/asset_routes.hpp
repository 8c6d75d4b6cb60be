// GET, POST /assets, GET, PATCH, DELETE /assets/:id, GET /assets/:id/usage
#pragma once

#include "server/assets/asset_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::assets {

class AssetRoutes {
 public:
  explicit AssetRoutes(AssetService& service) : service_(service) {}

  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> upload(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> usage(http::Request& request);

 private:
  AssetService& service_;
};

}  // namespace pagewright::assets
