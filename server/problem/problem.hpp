// What a request can fail with: RFC 9457 problem details, as the server's rules return them and a client reads them.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace pagewright {

// The last part of the problem's `type` and, by it, the HTTP status; docs/api.md lists them.
enum class ProblemKind : std::uint8_t {
  malformed,               // 400
  unauthenticated,         // 401
  forbidden,               // 403
  not_found,               // 404
  method_not_allowed,      // 405
  request_timeout,         // 408
  conflict,                // 409
  precondition_failed,     // 412
  too_large,               // 413
  unsupported_media_type,  // 415
  validation,              // 422
  too_many_requests,       // 429
  headers_too_large,       // 431
  internal,                // 500
  unavailable,             // 503
  storage_full,            // 507
};

struct FieldError {
  std::string path;     // JSON Pointer into the request's body
  std::string message;  // "must be at most 255 characters, is 300"
  std::string code;     // "too_long"
  bool operator==(const FieldError&) const = default;
};

struct Problem {
  ProblemKind kind = ProblemKind::internal;
  std::string title;        // a short sentence: what did not happen
  std::string detail = {};  // why, and what to do
  std::vector<FieldError> errors = {};
  std::string conflicts = {};  // JSON: what a merge could not put together (docs/formats/merge.md); empty: none
  std::string uses = {};       // JSON: where that is used which should have gone; empty: not said
  unsigned retry_after = 0;    // seconds; sent as Retry-After when not 0
  std::string cause = {};      // for the log only, never sent

  static Problem malformed(std::string detail);
  static Problem unauthenticated(std::string detail);
  static Problem forbidden(std::string detail);
  static Problem not_found(std::string detail);
  static Problem precondition_failed(std::string detail);
  static Problem conflict(std::string title, std::string detail, std::vector<FieldError> errors = {});
  static Problem validation(std::string title, std::vector<FieldError> errors);
  static Problem too_many_requests(unsigned retry_after);
  static Problem unavailable(std::string detail);
  // `cause` goes to the log.
  static Problem storage_full(std::string cause);
  // A fault of ours: the client learns only that it happened and the request's id; `cause` goes to the log.
  static Problem internal(std::string cause);
  // An error of the engine, as 422 with one entry in errors[].
  static Problem from(std::string title, const Error& error);

  [[nodiscard]] unsigned status() const;
  [[nodiscard]] bool is(ProblemKind other) const { return kind == other; }
  // The body of application/problem+json.
  [[nodiscard]] std::string to_json() const;
};

// "not-found": the last part of `type`.
[[nodiscard]] std::string_view name_of(ProblemKind kind);

// What the server's rules return: a T, or why there is none. TRY (engine/base/error.hpp) works on it in plain
// functions.
template <typename T>
using Outcome = std::expected<T, Problem>;

}  // namespace pagewright

// TRY for coroutines:  auto page = CO_TRY(co_await pages.find(id));
#define CO_TRY(...)                                             \
  ({                                                            \
    auto try_result = (__VA_ARGS__);                            \
    if (!try_result) [[unlikely]]                               \
      co_return std::unexpected(std::move(try_result).error()); \
    ::pagewright::detail::release(try_result);                  \
  })
