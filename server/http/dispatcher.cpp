#include "server/http/dispatcher.hpp"

#include <sodium.h>

#include <algorithm>

#include "server/http/access_check.hpp"
#include "server/http/header_names.hpp"
#include "server/http/same_origin.hpp"
#include "server/http/trace_context.hpp"
#include "server/http/url.hpp"
#include "server/logging/log.hpp"
#include "server/metrics/measurements.hpp"

namespace pagewright::http {
namespace {

// Larger bodies take longer to parse than an event loop should be kept: about a millisecond.
constexpr std::size_t parse_here_below = 128 * 1024;
constexpr std::size_t most_id_characters = 64;
// The longest form of a published page: some fields of 20,000 characters, each of which may take nine bytes on the way.
constexpr std::size_t body_bytes_of_form = 1024 * 1024;

std::string make_request_id() {
  unsigned char bytes[10];
  randombytes_buf(bytes, sizeof bytes);
  char hex[sizeof bytes * 2 + 1];
  sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
  return hex;
}

// A proxy in front of us may have named the request already.
std::string request_id(const Request& request) {
  const auto given = request.header("X-Request-Id");
  const auto is_fine = [](char letter) {
    return (letter >= '0' && letter <= '9') || (to_lower(letter) >= 'a' && to_lower(letter) <= 'z') || letter == '-' ||
           letter == '_';
  };
  if (given.empty() || given.size() > most_id_characters || !std::ranges::all_of(given, is_fine))
    return make_request_id();
  return std::string(given);
}

std::string_view media_type_of(BodyType type) {
  switch (type) {
    case BodyType::json:
      return "application/json";
    case BodyType::form:
      return "application/x-www-form-urlencoded";
    case BodyType::bytes:
      return "application/octet-stream";
  }
  __builtin_unreachable();
}

bool is_of_type(std::string_view content_type, std::string_view media_type) {
  return is_same_header(content_type.substr(0, content_type.find_first_of("; ")), media_type);
}

Outcome<void> parse_form(Request& request) {
  auto fields = parse_query(request.body);
  if (!fields) return std::unexpected(Problem::malformed("The form's fields must be percent-encoded UTF-8."));
  request.form = std::move(*fields);
  return {};
}

std::string allow_list(const std::vector<Method>& methods) {
  std::string list;
  for (const auto method : methods) {
    list += name_of(method);
    list += ", ";
    if (method == Method::get) list += "HEAD, ";
  }
  return list + "OPTIONS";
}

bool takes_body(Method method) {
  return method == Method::post || method == Method::put || method == Method::patch;
}

// No browser sends an API token by itself, as it does cookies.
Outcome<void> check_origin(const Request& request) {
  const bool only_reads = request.method == Method::get || request.method == Method::head;
  const bool is_by_token = request.caller && request.caller->token != nullptr;
  if ((only_reads && !request.is_upgrade) || is_by_token || !is_from_another_origin(request)) return {};
  return std::unexpected(Problem{.kind = ProblemKind::forbidden,
                                 .title = "The request comes from another site",
                                 .detail = "Pages of other origins may not change anything here."});
}

void set_unless_set(Response& response, std::string_view name, std::string_view value) {
  if (response.header(name).empty()) response.set(name, std::string(value));
}

// A route that serves documents sets its own policy; everything else gets the strictest.
void add_security_headers(Response& response) {
  set_unless_set(response, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
  set_unless_set(response, "X-Content-Type-Options", "nosniff");
  set_unless_set(response, "Referrer-Policy", "same-origin");
  set_unless_set(response, "Cross-Origin-Resource-Policy", "same-origin");
  set_unless_set(response, "Cache-Control", "no-store");
}

// Ids are shorter than this, and tokens longer: what somebody puts into an address by mistake stays out of the log.
constexpr std::size_t longest_segment = 40;

std::string loggable_path(std::string_view path) {
  std::string text;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    text.append("/").append(segment.size() <= longest_segment ? segment : "[long]");
    path.remove_prefix(segment.size());
  }
  return text;
}

Response to_response(const Problem& problem, const Request& request) {
  if (problem.is(ProblemKind::internal) || problem.is(ProblemKind::storage_full)) {
    log::error("a request failed", {{"request", request.id},
                                    {"method", name_of(request.method)},
                                    {"path", loggable_path(request.path)},
                                    {"cause", problem.cause}});
  }
  return Response::problem(problem);
}

}  // namespace

// What is learnt of a request on its way, beside the request itself.
struct Dispatcher::Passage {
  std::optional<TraceContext> trace;
  std::optional<Outcome<Caller>> caller;  // where it was asked for already
  const Route* route = nullptr;

  [[nodiscard]] std::string_view pattern() const {
    return route ? std::string_view(route->pattern) : std::string_view();
  }
  // Never the query, a header or a body: they may hold what nobody may read later.
  void log_request(const Request& request, const Response& response, std::chrono::steady_clock::duration elapsed) const;
};

void Dispatcher::Passage::log_request(const Request& request, const Response& response,
                                      std::chrono::steady_clock::duration elapsed) const {
  constexpr std::string_view unknown;
  log::info("request", {{"request", request.id},
                        {"trace", trace ? std::string_view(trace->trace_id) : unknown},
                        {"span", trace ? std::string_view(trace->span_id) : unknown},
                        {"method", name_of(request.method)},
                        {"route", pattern()},
                        {"path", loggable_path(request.path)},
                        {"status", response.status},
                        {"milliseconds", std::chrono::duration<double, std::milli>(elapsed).count()},
                        {"bytes", response.body.view().size()},
                        {"user", request.caller ? std::string_view(request.caller->user_id) : unknown},
                        {"organization", request.caller ? std::string_view(request.caller->organization_id) : unknown},
                        {"client", request.remote_address}});
}

Response Dispatcher::refuse(ProblemKind kind, std::string detail) {
  auto response = Response::problem({.kind = kind, .title = {}, .detail = std::move(detail)});
  response.set("X-Request-Id", make_request_id());
  add_security_headers(response);
  return response;
}

bool Dispatcher::reads_arriving_body(Method method, std::string_view target) const {
  const auto parsed = parse_target(target);
  const auto match = parsed ? router_.find(method, parsed->path) : Router::Match{};
  return match.route != nullptr && match.route->body == BodyType::bytes;
}

Task<Reception> Dispatcher::receive(const Request& request, std::size_t most) {
  const auto target = parse_target(request.target);
  const auto match = target ? router_.find(request.method, target->path) : Router::Match{};
  if (match.route == nullptr || !takes_body(request.method)) co_return Reception{.needs_body = false};
  const Route& route = *match.route;
  if (route.access == Access::anyone)
    co_return Reception{.body_bytes =
                            std::min(most, route.body == BodyType::form ? body_bytes_of_form : body_bytes_of_anyone)};
  Outcome<Caller> caller;
  try {
    caller = co_await identify(request);
  } catch (const std::exception& thrown) {
    caller = std::unexpected(Problem::internal(std::string("exception: ") + thrown.what()));
  }
  const bool is_admitted = caller && check_access(*caller, route);
  co_return Reception{.needs_body = is_admitted, .body_bytes = most, .caller = std::move(caller)};
}

Task<Response> Dispatcher::respond(Request& request, Reception reception) {
  const auto started = std::chrono::steady_clock::now();
  request.id = request_id(request);
  Passage passage{.trace = TraceContext::continue_from(request.header("traceparent")),
                  .caller = std::move(reception.caller)};
  Response response;
  try {
    auto outcome = co_await answer(request, passage);
    response = outcome ? std::move(*outcome) : to_response(outcome.error(), request);
  } catch (const std::exception& thrown) {
    response = to_response(Problem::internal(std::string("exception: ") + thrown.what()), request);
  }
  response.set("X-Request-Id", request.id);
  if (passage.trace) response.set("traceparent", passage.trace->to_header());
  add_security_headers(response);
  const auto elapsed = std::chrono::steady_clock::now() - started;
  const std::string_view method = passage.route ? name_of(passage.route->method) : std::string_view("other");
  metrics::measurements().requests.record(method, passage.route ? passage.pattern() : "none", response.status, elapsed);
  passage.log_request(request, response, elapsed);
  co_return response;
}

Task<Outcome<Response>> Dispatcher::answer(Request& request, Passage& passage) {
  auto target = parse_target(request.target);
  if (!target) co_return std::unexpected(Problem::malformed("The address of the request is not well-formed."));
  request.path = std::move(target->path);
  request.query = std::move(target->query);

  auto match = router_.find(request.method, request.path);
  if (match.allowed.empty()) co_return std::unexpected(Problem::not_found("There is nothing at this address."));
  if (!match.route) {
    auto response = request.method == Method::options
                        ? Response::no_content()
                        : Response::problem({.kind = ProblemKind::method_not_allowed,
                                             .title = {},
                                             .detail = "Use one of the methods in the Allow header."});
    response.set("Allow", allow_list(match.allowed));
    co_return response;
  }
  passage.route = match.route;
  request.path_parameters = std::move(match.parameters);
  if (match.route->access != Access::anyone) {
    request.caller = CO_TRY(passage.caller ? std::move(*passage.caller) : co_await identify(request));
    request.caller->request_id = request.id;
    request.caller->address = request.remote_address;
    CO_TRY(check_access(*request.caller, *match.route));
  }
  CO_TRY(check_origin(request));
  CO_TRY(co_await parse_body(request, match.route->body));
  ArrivedBody arrived(request.body);
  if (match.route->body == BodyType::bytes && request.arriving == nullptr) request.arriving = &arrived;
  co_return co_await match.route->handler(request);
}

Task<Outcome<Caller>> Dispatcher::identify(const Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const auto authorization = request.header("Authorization");
  if (authorization.size() <= scheme.size() || !is_same_header(authorization.substr(0, scheme.size()), scheme)) {
    co_return std::unexpected(Problem::unauthenticated("Send an access token in the Authorization header."));
  }
  co_return co_await authenticator_.authenticate(std::string(authorization.substr(scheme.size())));
}

Task<Outcome<void>> Dispatcher::parse_body(Request& request, BodyType type) {
  if (!takes_body(request.method) || type == BodyType::bytes || request.body.empty()) co_return Outcome<void>{};
  const std::string_view media_type = media_type_of(type);
  if (!is_of_type(request.header("Content-Type"), media_type)) {
    co_return std::unexpected(Problem{.kind = ProblemKind::unsupported_media_type,
                                      .title = "This type of body is not accepted",
                                      .detail = "Send the body as " + std::string(media_type) + "."});
  }
  switch (type) {
    case BodyType::json:
      co_return co_await parse_json(request);
    case BodyType::form:
      co_return parse_form(request);
    case BodyType::bytes:
      co_return Outcome<void>{};
  }
  __builtin_unreachable();
}

Task<Outcome<void>> Dispatcher::parse_json(Request& request) {
  auto parsed = request.body.size() < parse_here_below
                    ? json::parse(request.body)
                    : co_await pool_.run([&request] { return json::parse(request.body); });
  if (!parsed) co_return std::unexpected(Problem::malformed(parsed.error().message));
  request.json = std::move(*parsed);
  co_return Outcome<void>{};
}

}  // namespace pagewright::http
