#include "server/http/trace_context.hpp"

#include <sodium.h>

#include <algorithm>

namespace pagewright::http {
namespace {

constexpr std::size_t size_of_version_00 = 55;

bool is_lower_hex(std::string_view text) {
  return std::ranges::all_of(
      text, [](char letter) { return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'); });
}

bool is_id(std::string_view text) {
  return is_lower_hex(text) && text.find_first_not_of('0') != std::string_view::npos;
}

std::string make_span_id() {
  unsigned char bytes[8];
  randombytes_buf(bytes, sizeof bytes);
  char hex[sizeof bytes * 2 + 1];
  sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
  return hex;
}

}  // namespace

// "00-<trace id>-<parent id>-<flags>"; a later version may have more behind another "-".
std::optional<TraceContext> TraceContext::continue_from(std::string_view traceparent) {
  if (traceparent.size() < size_of_version_00) return std::nullopt;
  const auto version = traceparent.substr(0, 2);
  const auto trace_id = traceparent.substr(3, 32);
  const auto parent_id = traceparent.substr(36, 16);
  const auto flags = traceparent.substr(53, 2);
  const bool has_dashes = traceparent[2] == '-' && traceparent[35] == '-' && traceparent[52] == '-';
  const bool has_end = traceparent.size() == size_of_version_00 || (version != "00" && traceparent[55] == '-');
  if (!is_lower_hex(version) || version == "ff" || !has_dashes || !has_end || !is_id(trace_id) || !is_id(parent_id) ||
      !is_lower_hex(flags))
    return std::nullopt;
  const char last = flags[1];
  const int digit = last <= '9' ? last - '0' : last - 'a' + 10;
  return TraceContext{.trace_id = std::string(trace_id),
                      .parent_id = std::string(parent_id),
                      .span_id = make_span_id(),
                      .is_sampled = digit % 2 == 1};
}

std::string TraceContext::to_header() const {
  return "00-" + trace_id + "-" + span_id + (is_sampled ? "-01" : "-00");
}

}  // namespace pagewright::http
