// What was sent to a webhook, and sending it again.
#pragma once

#include "server/http/caller.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/webhooks/delivery_store.hpp"

namespace pagewright::webhooks {

class DeliveryService {
 public:
  DeliveryService(database::Database& database, std::function<Milliseconds()> clock);

  Task<Outcome<DeliveryList>> list(http::Caller caller, DeliveryQuery query);
  Task<Outcome<Delivery>> get(http::Caller caller, std::string webhook_id, std::string id);

  // These two write a delivery down that is sent at once. The webhook must be active; sixty an hour for an
  // organisation.
  // A message "webhook.ping", whatever events the webhook is told of.
  Task<Outcome<Delivery>> ping(http::Caller caller, std::string webhook_id);
  // The same message with the same id, so that a receiver that has it knows.
  Task<Outcome<Delivery>> redeliver(http::Caller caller, std::string webhook_id, std::string id);

 private:
  database::Database& database_;
  std::function<Milliseconds()> clock_;
  http::RateLimiter sent_by_organization_;
};

}  // namespace pagewright::webhooks
