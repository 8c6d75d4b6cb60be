// The pages that a site shows where it has none of its own.
#pragma once

#include <string>
#include <string_view>

namespace pagewright::sites {

// A page in the looks of all of them. Both are HTML.
[[nodiscard]] std::string notice_page(std::string_view title, std::string_view content);

[[nodiscard]] std::string not_found_page();
// At "/" while nothing is published there.
[[nodiscard]] std::string no_home_page();
// A request that is no request, or asks for what a site never does.
[[nodiscard]] std::string refused_page();

}  // namespace pagewright::sites
