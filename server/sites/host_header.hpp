// Host names as requests tell them.
#pragma once

#include <string>
#include <string_view>

namespace pagewright::sites {

// The name in a Host header: lower-case, without the port and without a dot at the end.
[[nodiscard]] std::string host_name(std::string_view header);

}  // namespace pagewright::sites
