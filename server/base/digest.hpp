// SHA-256, and secrets made of random bytes.
#pragma once

#include <string>
#include <string_view>

namespace pagewright::server {

// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// `bytes` random bytes as base64url without padding: safe in URLs and cookies.
[[nodiscard]] std::string random_secret(std::size_t bytes = 32);

}  // namespace pagewright::server
