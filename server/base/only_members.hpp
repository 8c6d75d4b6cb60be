// Sparse answers: of each object only the members that a client asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewright {

// `object` is a JSON object. The members that are named, in the order of the object, and its id.
[[nodiscard]] std::string only_members(std::string_view object, const std::vector<std::string_view>& names);

}  // namespace pagewright
