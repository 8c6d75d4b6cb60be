// Hashes, and secrets made of random bytes.
#pragma once

#include <string>
#include <string_view>

namespace pagewright {

// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// BLAKE2b in the same form: several times faster, for telling documents apart within the database.
[[nodiscard]] std::string content_hash(std::string_view bytes);

// `bytes` random bytes as base64url without padding: safe in URLs and cookies.
[[nodiscard]] std::string random_secret(std::size_t bytes = 32);

}  // namespace pagewright
