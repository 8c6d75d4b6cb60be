// Work that is done later: written down in the transaction that causes it, done by a worker of any process, tried again
// until it is done.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "server/base/timestamp.hpp"

namespace pagewright::background {

struct NewJob {
  std::string kind;             // of a registered Kind: "mail.send"
  std::string organization_id;  // empty: the installation's own, which no administrator sees
  std::string payload;          // what the kind needs to know; forgotten when the job is done
  Milliseconds run_at = 0;      // not before
  std::int64_t max_attempts = 8;
  std::string id = {};  // empty: a new one. A job whose id exists already is not written down a second time.
};

// A job that a worker has taken.
struct Job {
  std::string id;  // the same at every attempt: by it, whoever is told twice knows
  std::string organization_id;
  std::string kind;
  std::string payload;
  std::int64_t attempt = 0;  // from 1
  std::int64_t max_attempts = 0;
  Milliseconds taken_at = 0;

  [[nodiscard]] bool is_last_attempt() const { return attempt >= max_attempts; }
};

// Why an attempt came to nothing.
struct Failure {
  enum class Then : std::uint8_t { try_again, give_up };

  std::string reason;  // a sentence for the administrator
  Then then = Then::try_again;
};

using Attempt = std::expected<void, Failure>;

}  // namespace pagewright::background
