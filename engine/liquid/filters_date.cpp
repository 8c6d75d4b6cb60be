// The date filter. https://shopify.github.io/liquid/filters/date/
#include <algorithm>

#include "engine/liquid/calendar.hpp"
#include "engine/liquid/filters.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

// Years of 9 digits: enough for all, and far from any overflow.
constexpr std::int64_t most_seconds = 10'000'000'000'000'000;

bool is_timestamp(const Value& value) {
  return value.kind() == Kind::integer ||
         (value.is_string() && !value.text().empty() &&
          std::ranges::all_of(value.text(), [](char c) { return c >= '0' && c <= '9'; }));
}

// There is no clock: "now" and "today" yield nothing. What is no date stays as it is.
Value date(const Value& input, Arguments arguments, Arena& arena) {
  const std::string_view format = text_of(arguments[0], arena);
  if (format.empty()) return input;
  std::optional<DateTime> time;
  if (is_timestamp(input)) {
    time = date_from_seconds(std::clamp(integer_of(input), -most_seconds, most_seconds));
  } else if (input.is_string()) {
    if (input.text() == "now" || input.text() == "today") return {};
    time = parse_date(input.text());
  }
  if (!time) return input;
  std::string out;
  append_formatted(out, *time, format, arena.remaining());
  return Value::of(arena.keep(out));
}

constexpr Filter filters[] = {{"date", date, 1, 1}};

}  // namespace

std::span<const Filter> date_filters() {
  return filters;
}

}  // namespace pagewright::liquid
