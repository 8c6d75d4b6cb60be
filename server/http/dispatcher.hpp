// What every request goes through: route, caller, body, answer, headers, log.
#pragma once

#include "server/http/router.hpp"
#include "server/jobs/executor_pool.hpp"

namespace pagewright::http {

class Dispatcher {
 public:
  // All must outlive the dispatcher.
  Dispatcher(Router router, Authenticator& authenticator, ExecutorPool& pool)
      : router_(std::move(router)), authenticator_(authenticator), pool_(pool) {}

  // True: the route reads the body itself, while it arrives.
  [[nodiscard]] bool reads_arriving_body(Method method, std::string_view target) const;

  // The complete answer; whatever goes wrong is a problem document. `request` has method, target, headers, body (or
  // `arriving`) and remote address; the rest is filled in here.
  Task<Response> respond(Request& request);

  // The answer to what never became a request: a header too large, bytes that are no HTTP.
  [[nodiscard]] static Response refuse(ProblemKind kind, std::string detail);

 private:
  struct Passage;
  Task<Outcome<Response>> answer(Request& request, Passage& passage);
  Task<Outcome<void>> admit(Request& request, const Route& route);
  Task<Outcome<void>> parse_body(Request& request, BodyType type);
  Task<Outcome<void>> parse_json(Request& request);

  Router router_;
  Authenticator& authenticator_;
  ExecutorPool& pool_;
};

}  // namespace pagewright::http
