// An address that is told of events, and what was sent to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"

namespace pagewright::webhooks {

struct Webhook {
  std::string id;
  std::string organization_id;
  std::string url;
  std::string description;
  std::vector<std::string> events;  // patterns
  bool is_active = true;
  std::string disabled_reason;                // why the program itself made it inactive; otherwise empty
  std::optional<Milliseconds> failing_since;  // no message has arrived since
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;

  // Without the secret, which is shown once.
  [[nodiscard]] std::string to_json() const;
};

// What messages are signed with. For a day after a change the one before signs as well.
struct Secrets {
  std::string current;
  std::string previous;
  Milliseconds previous_until = 0;
};

// What one attempt brought.
struct Response {
  std::optional<unsigned> status;  // none: no answer
  std::int64_t duration = 0;       // milliseconds
  std::string error;               // a sentence; empty where the message has arrived
  std::string body;                // its first bytes, as text
};

// One event on its way to one webhook.
struct Delivery {
  std::string id;
  std::string webhook_id;
  std::string event_id;  // the same for all webhooks, and when it is sent again
  std::string event_type;
  std::string state;  // "waiting", "delivered", "failed", "cancelled"
  std::int64_t attempts = 0;
  Milliseconds created_at = 0;
  std::optional<Milliseconds> attempted_at;
  Response response;  // to the last attempt
  std::string body;   // what is sent; in lists empty

  [[nodiscard]] std::string to_json() const;
  [[nodiscard]] std::string to_json_with_body() const;
};

}  // namespace pagewright::webhooks
