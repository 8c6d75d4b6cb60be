// Which trace of a distributed system a request belongs to: https://www.w3.org/TR/trace-context/#traceparent-header
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pagewright::http {

struct TraceContext {
  std::string trace_id;   // 32 hexadecimal digits
  std::string parent_id;  // 16: the caller's span
  std::string span_id;    // 16: ours, made for this request
  bool is_sampled = false;

  // Goes on with the trace that a request names; nothing where the header is absent or not well-formed.
  [[nodiscard]] static std::optional<TraceContext> continue_from(std::string_view traceparent);

  // With our span as the parent, for the answer and for whatever is asked of others on behalf of the request.
  [[nodiscard]] std::string to_header() const;
};

}  // namespace pagewright::http
