// What can go wrong is a value: Result<T> is a T or an Error that says what was wrong, where, and what to do.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace pagewright {

enum class ErrorCode : unsigned char {
  // Conflicts: what concurrent work can cause. See docs/formats/operations.md.
  gone,
  cycle,
  slot_full,
  duplicate_id,
  // Faults of the author.
  invalid_json,
  invalid_document,
  invalid_operation,
  unknown_component,
  unknown_prop,
  invalid_prop,
  unknown_slot,
  slot_refuses,
  invalid_style,
  invalid_token,
  invalid_component,
  invalid_template,
  invalid_request,
  limit_exceeded,
};

struct Error {
  ErrorCode code;
  std::string message;  // a sentence: what was wrong, and what to do
  std::string path;     // JSON Pointer or node id; empty where there is no place to name

  // True for errors that arise from concurrent work rather than from a fault of the author.
  [[nodiscard]] bool is_conflict() const { return code <= ErrorCode::duplicate_id; }
  bool operator==(const Error&) const = default;
};

// The code as it stands in JSON, for instance "slot_full".
[[nodiscard]] std::string_view name_of(ErrorCode code);

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message, std::string path = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(path)});
}

// A fault in a text that a person wrote (a template, a schema, tokens). Line and column count from 1; 0: no place.
struct Diagnostic {
  std::string message;
  unsigned line = 0;
  unsigned column = 0;
  bool operator==(const Diagnostic&) const = default;
};

namespace detail {
template <typename T, typename E>
T release(std::expected<T, E>& result) {
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}
}  // namespace detail

}  // namespace pagewright

// The value of a Result, or return its error to the caller:  auto node = TRY(document.find(id));
#define TRY(...)                                             \
  ({                                                         \
    auto try_result = (__VA_ARGS__);                         \
    if (!try_result) [[unlikely]]                            \
      return std::unexpected(std::move(try_result).error()); \
    ::pagewright::detail::release(try_result);               \
  })
