// Which events somebody wants to be told of: "page.published", all that begin so ("page.*"), or all ("*").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewright::webhooks {

// True for "*", and for lower-case words with dots between them, of which the last may be "*".
[[nodiscard]] bool is_event_pattern(std::string_view text);

// "page.*" fits "page.created", and neither "page" nor "pages.created".
[[nodiscard]] bool fits(std::string_view pattern, std::string_view event_type);
[[nodiscard]] bool fits_any(const std::vector<std::string>& patterns, std::string_view event_type);

}  // namespace pagewright::webhooks
