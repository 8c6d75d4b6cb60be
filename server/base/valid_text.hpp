// Bytes that strangers sent, as text that can be stored and shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pagewright {

// True where all of it is UTF-8 (no overlong forms, no surrogates) without NUL: PostgreSQL and JSON take it as it is.
[[nodiscard]] bool is_valid_text(std::string_view bytes);

// `bytes`, cut after at most `most_bytes` at the end of a character; each byte that is not of valid UTF-8, and each
// NUL, is U+FFFD.
[[nodiscard]] std::string valid_text(std::string_view bytes, std::size_t most_bytes);

}  // namespace pagewright
