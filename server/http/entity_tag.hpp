// Conditional requests (RFC 9110, 13.1.2).
#pragma once

#include <string_view>

namespace pagewright::http {

// True when the If-None-Match header names `tag` (without quotes), weakly or not, in any of its encodings' forms
// ("<tag>-br",
// "<tag>-gz"), or is "*".
[[nodiscard]] bool matches_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace pagewright::http
