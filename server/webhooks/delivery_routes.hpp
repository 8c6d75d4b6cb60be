// POST /webhooks/:id/ping, GET /webhooks/:id/deliveries, GET /webhooks/:id/deliveries/:delivery,
// POST /webhooks/:id/deliveries/:delivery/redeliver
#pragma once

#include "server/http/router.hpp"
#include "server/webhooks/delivery_service.hpp"

namespace pagewright::webhooks {

class DeliveryRoutes {
 public:
  explicit DeliveryRoutes(DeliveryService& service) : service_(service) {}

  Task<Outcome<http::Response>> ping(http::Request& request);
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> redeliver(http::Request& request);

 private:
  DeliveryService& service_;
};

}  // namespace pagewright::webhooks
