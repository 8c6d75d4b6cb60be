// Which types the parts of a value have. https://www.designtokens.org/tr/2025.10/format/#composite-types
#pragma once

#include <string_view>

namespace pagewright::token {

// The type of the member `name` of a value of `type`, or "" where any may stand there. "[dimension]" is a list of them.
[[nodiscard]] std::string_view member_type(std::string_view type, std::string_view name);

// The type of the items of a list that stands where `type` is expected, or "".
[[nodiscard]] std::string_view item_type(std::string_view type);

// Whether a token of type `given` may stand where `expected` is.
[[nodiscard]] bool fits(std::string_view given, std::string_view expected);

}  // namespace pagewright::token
