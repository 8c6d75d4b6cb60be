// GET, POST /webhooks, GET, PATCH, DELETE /webhooks/:id, POST /webhooks/:id/secret
#pragma once

#include "server/http/router.hpp"
#include "server/webhooks/webhook_service.hpp"

namespace pagewright::webhooks {

class WebhookRoutes {
 public:
  explicit WebhookRoutes(WebhookService& service) : service_(service) {}

  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> rotate_secret(http::Request& request);

 private:
  WebhookService& service_;
};

}  // namespace pagewright::webhooks
