// Requests that may be repeated: whoever sends one again with the same Idempotency-Key gets the same answer, and
// nothing is done twice. For the routes whose description has the header; their services keep() the answer in the
// transaction of the change.
#pragma once

#include <mutex>
#include <set>

#include "server/api/description.hpp"
#include "server/background/hourly_job.hpp"
#include "server/http/router.hpp"

namespace pagewright::idempotency {

class RepeatGuard {
 public:
  // Registers the kind of job "idempotency.prune"; `kinds` must not outlive this.
  RepeatGuard(database::Database& database, background::Kinds& kinds, std::function<Milliseconds()> clock);

  // The routes, with the guard before those handlers. They refer to it.
  [[nodiscard]] std::vector<http::Route> guarded(std::vector<http::Route> routes, const api::Description& description);

  // Call it every few seconds.
  Task<void> maintain() { return pruning_.maintain(); }

 private:
  class InFlight;
  Task<Outcome<http::Response>> answer(const http::Handler& handler, http::Request& request);
  Task<Outcome<std::optional<http::Response>>> answer_again(const http::Caller& caller);
  Task<background::Attempt> prune();

  database::Database& database_;
  std::function<Milliseconds()> clock_;
  background::HourlyJob pruning_;
  std::mutex mutex_;
  std::set<std::string, std::less<>> in_flight_;  // in this process
};

}  // namespace pagewright::idempotency
