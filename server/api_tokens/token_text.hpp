// The text of an API token: "pw_", 40 random letters and digits, and six that are a checksum of all before them. So a
// scanner for secrets finds one by its pattern (pw_[0-9A-Za-z]{46}) without mistaking others for it, and a made-up one
// costs no look-up.
#pragma once

#include <string>
#include <string_view>

namespace pagewright::api_tokens {

inline constexpr std::string_view token_prefix = "pw_";

[[nodiscard]] std::string new_token();

// Whether it has the form of one, checksum included.
[[nodiscard]] bool is_token(std::string_view text);

// Its beginning, by which its owner knows it in a list and nobody can use it: "pw_4fXk2p".
[[nodiscard]] std::string shown_part(std::string_view token);

}  // namespace pagewright::api_tokens
