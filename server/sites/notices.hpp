// The pages that a site shows where it has none of its own.
#pragma once

#include <string_view>

namespace pagewright::sites {

[[nodiscard]] std::string_view not_found_page();
// At "/" while nothing is published there.
[[nodiscard]] std::string_view no_home_page();
// A request that is no request, or asks for what a site never does.
[[nodiscard]] std::string_view refused_page();

}  // namespace pagewright::sites
