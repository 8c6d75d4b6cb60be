// JSON as somebody wrote it: numbers, escapes and white space that parsing would not keep.
#pragma once

#include <string_view>

namespace pagewright::tokens {

// The text of the member `name` of an object, the last one of that name; empty where there is none. `object` must be
// valid JSON.
[[nodiscard]] std::string_view member_text(std::string_view object, std::string_view name);

}  // namespace pagewright::tokens
