#include "server/http/byte_range.hpp"

#include <algorithm>
#include <charconv>

namespace pagewright::http {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

constexpr RangeRequest unsatisfiable{.kind = RangeRequest::Kind::unsatisfiable};

RangeRequest part(std::uint64_t first, std::uint64_t count) {
  return {.kind = RangeRequest::Kind::part, .range = {.first = first, .count = count}};
}

}  // namespace

RangeRequest read_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!header.starts_with(unit) || header.contains(',')) return {};
  header.remove_prefix(unit.size());
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return {};
  const auto first = number(header.substr(0, dash));
  const auto last = number(header.substr(dash + 1));
  if (dash == 0) {
    if (!last) return {};
    if (*last == 0 || size == 0) return unsatisfiable;
    const std::uint64_t count = std::min(*last, size);
    return part(size - count, count);
  }
  const bool is_open = dash + 1 == header.size();
  if (!first || (!last && !is_open) || (last && *last < *first)) return {};
  if (*first >= size) return unsatisfiable;
  return part(*first, (last ? std::min(*last, size - 1) : size - 1) - *first + 1);
}

}  // namespace pagewright::http
