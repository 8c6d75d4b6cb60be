// JSON Pointers. Source: https://www.rfc-editor.org/rfc/rfc6901
#pragma once

#include <string>
#include <string_view>

namespace pagewright::json {

// The pointer to the member `key` of what stands at `parent`: "/a", "b/c" → "/a/b~1c".
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view key);

// The key that a part of a pointer stands for: "b~1c" → "b/c".
[[nodiscard]] std::string unescaped_token(std::string_view token);

}  // namespace pagewright::json
