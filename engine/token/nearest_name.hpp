// The name that somebody may have meant: for faults that suggest it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pagewright::token {

// The one of `names` that takes the fewest insertions, removals, replacements and swaps of neighbours to become
// `wrong`; empty where none is near (a third of its length, at most 3). Of equally near ones the first.
[[nodiscard]] std::string_view nearest_name(std::string_view wrong, std::span<const std::string_view> names);

// "; did you mean {x}?" with the nearest name between `open` and `close`; empty where none is near.
[[nodiscard]] std::string suggestion(std::string_view wrong, std::span<const std::string_view> names,
                                     std::string_view open = "\"", std::string_view close = "\"");

}  // namespace pagewright::token
