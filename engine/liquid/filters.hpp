// The built-in filters. Each is a pure function of its input and arguments; what it makes lives in the run's arena.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

using FilterFunction = Value (*)(const Value& input, std::span<const Value> arguments, Arena& arena);

// Filters whose effect depends on where the output stands are resolved when compiling.
enum class FilterRole : std::uint8_t {
  plain,
  escapes,      // escape, escape_once: nothing to do where the output is escaped anyway
  breaks_lines  // newline_to_br: last in element content only, where it yields escaped text with <br />
};

struct Filter {
  std::string_view name;
  FilterFunction apply;
  unsigned char least_arguments;
  unsigned char most_arguments;
  std::string_view keyword = {};  // the one keyword argument; it follows the positional ones, nil where absent
  FilterRole role = FilterRole::plain;
};

// Null where no built-in filter is called so.
[[nodiscard]] const Filter* find_filter(std::string_view name);

[[nodiscard]] std::span<const Filter> text_filters();
[[nodiscard]] std::span<const Filter> web_filters();
[[nodiscard]] std::span<const Filter> number_filters();
[[nodiscard]] std::span<const Filter> array_filters();
[[nodiscard]] std::span<const Filter> selection_filters();
[[nodiscard]] std::span<const Filter> order_filters();
[[nodiscard]] std::span<const Filter> base64_filters();
[[nodiscard]] std::span<const Filter> date_filters();

// The argument at `index`, nil where it was not given.
[[nodiscard]] inline Value argument(std::span<const Value> arguments, std::size_t index) {
  return index < arguments.size() ? arguments[index] : Value();
}

}  // namespace pagewright::liquid
