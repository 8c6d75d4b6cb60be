// Fractional indexes: strings of 0–9A–Za–z, compared byte by byte, never ending in 0. Between any two there is a third.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pagewright::document::rank {

inline constexpr std::size_t longest = 200;

[[nodiscard]] bool is_valid(std::string_view rank);  // 1 to `longest` such characters

// The rank of the next sibling when a list is numbered from its start; an empty `previous` starts it. Stays 4
// characters long for the first seven million siblings.
[[nodiscard]] std::string after(std::string_view previous);

// A rank above `low` and below `high`; empty: no bound. `salt` makes two authors who insert at the same place choose
// different ranks. Always inserting at the same place makes ranks longer by four characters in thousands of times.
// Where the bounds are equal, or there is no room for a rank that is_valid, returns a bound: ids then order the
// siblings.
[[nodiscard]] std::string between(std::string_view low, std::string_view high, std::uint64_t salt);

}  // namespace pagewright::document::rank
