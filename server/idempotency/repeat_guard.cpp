#include "server/idempotency/repeat_guard.hpp"

#include <algorithm>

#include "server/base/digest.hpp"
#include "server/idempotency/kept_answer.hpp"

namespace pagewright::idempotency {
namespace {

constexpr std::string_view header_name = "Idempotency-Key";
constexpr std::size_t max_key = 255;

bool takes_a_key(const api::Operation& operation) {
  const json::Value* parameters = operation.source.if_contains("parameters");
  return parameters != nullptr && std::ranges::any_of(parameters->get_array(), [](const json::Value& parameter) {
           return json::find_string(parameter, "name") == header_name;
         });
}

// With quotes around it, as structured fields (RFC 9651) have it, or without.
Outcome<std::string> read_key(std::string_view header) {
  if (header.size() >= 2 && header.starts_with('"') && header.ends_with('"'))
    header = header.substr(1, header.size() - 2);
  const bool is_visible = std::ranges::all_of(header, [](char letter) { return letter > ' ' && letter < 0x7F; });
  if (header.empty() || header.size() > max_key || !is_visible)
    return std::unexpected(Problem::malformed(
        "Idempotency-Key must be 1 to 255 visible ASCII characters without spaces: a UUID made for the request."));
  return std::string(header);
}

std::string fingerprint_of(const http::Request& request) {
  return content_hash(std::string(http::name_of(request.method)) + " " + request.target + "\n" + request.body);
}

Problem in_flight() {
  Problem problem =
      Problem::conflict("The request is being worked on",
                        "Another one with this Idempotency-Key has no answer yet: wait a moment, and send it again.");
  problem.retry_after = 1;
  return problem;
}

Problem used_otherwise() {
  return {.kind = ProblemKind::validation,
          .title = "The Idempotency-Key was used for another request",
          .detail = "With the same key the same is asked for: make a new key for what differs."};
}

}  // namespace

// A place in in_flight_, as long as it lives.
class RepeatGuard::InFlight {
 public:
  InFlight(RepeatGuard& guard, std::string place) : guard_(guard), place_(std::move(place)) {
    const std::lock_guard lock(guard_.mutex_);
    is_first_ = guard_.in_flight_.insert(place_).second;
  }
  InFlight(const InFlight&) = delete;
  InFlight& operator=(const InFlight&) = delete;
  ~InFlight() {
    const std::lock_guard lock(guard_.mutex_);
    if (is_first_) guard_.in_flight_.erase(place_);
  }
  [[nodiscard]] bool is_first() const { return is_first_; }

 private:
  RepeatGuard& guard_;
  std::string place_;
  bool is_first_ = false;
};

RepeatGuard::RepeatGuard(database::Database& database, background::Kinds& kinds, std::function<Milliseconds()> clock)
    : database_(database),
      clock_(std::move(clock)),
      pruning_("idempotency.prune", kinds, {.attempt = [this](const background::Job&) { return prune(); }}, database,
               clock_) {}

std::vector<http::Route> RepeatGuard::guarded(std::vector<http::Route> routes, const api::Description& description) {
  for (http::Route& route : routes) {
    const api::Operation* operation = description.find(route.operation);
    if (operation == nullptr || !takes_a_key(*operation)) continue;
    route.handler = [this, handler = std::move(route.handler)](http::Request& request) {
      return answer(handler, request);
    };
  }
  return routes;
}

Task<Outcome<http::Response>> RepeatGuard::answer(const http::Handler& handler, http::Request& request) {
  const std::string_view header = request.header(header_name);
  if (header.empty()) co_return co_await handler(request);
  http::Caller& caller = *request.caller;
  std::string key = CO_TRY(read_key(header));
  const InFlight place(*this, caller.organization_id + " " + caller.user_id + " " + key);
  if (!place.is_first()) co_return std::unexpected(in_flight());
  caller.repeatable = std::make_shared<const http::Repeatable>(
      http::Repeatable{.key = std::move(key), .fingerprint = fingerprint_of(request)});
  if (auto again = CO_TRY(co_await answer_again(caller))) co_return std::move(*again);
  auto answer = co_await handler(request);
  // Another process may have done it meanwhile: then nothing was done here.
  if (!answer && answer.error().is(ProblemKind::conflict))
    if (auto again = CO_TRY(co_await answer_again(caller))) co_return std::move(*again);
  co_return answer;
}

Task<Outcome<std::optional<http::Response>>> RepeatGuard::answer_again(const http::Caller& caller) {
  auto kept = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return find(connection, caller, clock_()); }));
  if (!kept) co_return std::nullopt;
  if (kept->fingerprint != caller.repeatable->fingerprint) co_return std::unexpected(used_otherwise());
  auto response = http::Response::json_text(std::move(kept->body), kept->status);
  response.set("Idempotency-Replayed", "true");
  co_return std::move(response);
}

Task<background::Attempt> RepeatGuard::prune() {
  const auto pruned = co_await database_.write(
      [&](database::Connection& connection) { return idempotency::prune(connection, clock_()); });
  if (!pruned) co_return std::unexpected(background::Failure{.reason = pruned.error().cause});
  co_return background::Attempt();
}

}  // namespace pagewright::idempotency
