// What branches and tags may be called: a word that stands in an address.
#pragma once

#include <cstddef>
#include <string_view>

namespace pagewright::collaboration {

inline constexpr std::size_t longest_ref_name = 60;
inline constexpr std::string_view ref_name_rule =
    "must begin with a letter or a digit and have only A-Z a-z 0-9 . _ - after it";

[[nodiscard]] bool is_ref_name(std::string_view name);

}  // namespace pagewright::collaboration
