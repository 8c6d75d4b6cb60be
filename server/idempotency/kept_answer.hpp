// Answers that are given again when their request is repeated with its Idempotency-Key.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"

namespace pagewright::idempotency {

inline constexpr std::chrono::hours kept_for{24};

struct KeptAnswer {
  std::string fingerprint;  // of the request
  unsigned status = 0;
  std::string body;  // JSON
};

// In the transaction of the change, so that there is either both or neither: what the caller will be answered. Does
// nothing for a request without a key. A conflict, which undoes the change, where the key was used a moment ago.
[[nodiscard]] Outcome<void> keep(database::Connection& connection, const http::Caller& caller, unsigned status,
                                 std::string_view body, Milliseconds now);

// Of that caller and the key of their request.
[[nodiscard]] Outcome<std::optional<KeptAnswer>> find(database::Connection& connection, const http::Caller& caller,
                                                      Milliseconds now);

[[nodiscard]] Outcome<void> prune(database::Connection& connection, Milliseconds now);

}  // namespace pagewright::idempotency
