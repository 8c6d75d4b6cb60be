// Events: what happened, written in the transaction in which it happened, to the outbox (for delivery) and the audit
// log.
#pragma once

#include <memory>
#include <string>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"

namespace pagewright::events {

struct Event {
  std::string type;  // "page.created"
  std::string organization_id;
  std::string actor_id;
  std::string subject_id;
  std::string payload;  // a JSON object
  // What is told to those who listen, in place of `payload`: with what people may want to have deleted again, which the
  // audit log must not keep. Empty: `payload`.
  std::string told = {};
  std::shared_ptr<const http::ApiToken> token = nullptr;  // by which the actor did it: the audit log names it
};

// What a caller did. `payload` is a JSON object.
[[nodiscard]] Event by(const http::Caller& caller, std::string type, std::string subject_id, std::string payload);

[[nodiscard]] Outcome<void> record(database::Connection& connection, const Event& event, Milliseconds now);

}  // namespace pagewright::events
