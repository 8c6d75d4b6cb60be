// Base64 with padding (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pagewright {

[[nodiscard]] std::string base64(std::string_view bytes);

// Nothing for what is not base64.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace pagewright
