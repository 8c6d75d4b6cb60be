// What every request goes through: route, caller, body, answer, headers, log.
#pragma once

#include "server/http/router.hpp"
#include "server/jobs/executor_pool.hpp"

namespace pagewright::http {

// What is known of a request when no more than its header is there.
struct Reception {
  bool needs_body = true;                      // false: the answer is known without it
  std::size_t body_bytes = 0;                  // that it may have
  std::optional<Outcome<Caller>> caller = {};  // where it was asked for already
};

class Dispatcher {
 public:
  // All must outlive the dispatcher.
  Dispatcher(Router router, Authenticator& authenticator, ExecutorPool& pool)
      : router_(std::move(router)), authenticator_(authenticator), pool_(pool) {}

  // True: the route reads the body itself, while it arrives.
  [[nodiscard]] bool reads_arriving_body(Method method, std::string_view target) const;

  // A body that is larger than this is not held in memory before it is known who sends it.
  static constexpr std::size_t body_bytes_of_anyone = 64 * 1024;
  // `request` has method, target, headers and remote address. `most`: what the connection takes of anybody.
  Task<Reception> receive(const Request& request, std::size_t most);

  // The complete answer; whatever goes wrong is a problem document. `request` has method, target, headers, body (or
  // `arriving`) and remote address; the rest is filled in here. `reception`: what receive() has said of it.
  Task<Response> respond(Request& request, Reception reception = {});

  // The answer to what never became a request: a header too large, bytes that are no HTTP.
  [[nodiscard]] static Response refuse(ProblemKind kind, std::string detail);

 private:
  struct Passage;
  Task<Outcome<Response>> answer(Request& request, Passage& passage);
  Task<Outcome<Caller>> identify(const Request& request);
  Task<Outcome<void>> parse_body(Request& request, BodyType type);
  Task<Outcome<void>> parse_json(Request& request);

  Router router_;
  Authenticator& authenticator_;
  ExecutorPool& pool_;
};

}  // namespace pagewright::http
