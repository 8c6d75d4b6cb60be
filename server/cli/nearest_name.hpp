// What somebody may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewright::cli {

// The name that is the fewest letters away from what was written; empty where none is near.
[[nodiscard]] std::string nearest_name(std::string_view written, const std::vector<std::string>& names);

}  // namespace pagewright::cli
