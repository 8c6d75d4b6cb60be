// An API token as its owner and the administrators see it: never the token itself, which is shown once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"

namespace pagewright::api_tokens {

struct Owner {
  std::string id;
  std::string name;
  std::string email;
};

struct ApiTokenRecord {
  std::string id;
  std::string organization_id;
  Owner owner;
  std::string name;
  std::string prefix;               // "pw_4fXk2p"
  std::vector<std::string> scopes;  // in order, each once
  Milliseconds created_at = 0;
  std::optional<Milliseconds> expires_at;    // none: never
  std::optional<Milliseconds> last_used_at;  // to the minute; none: never

  [[nodiscard]] std::string to_json() const;
};

}  // namespace pagewright::api_tokens
