// Passwords: argon2id. Hashing and checking take some 20 ms and 19 MiB: call them on the pool, never on an event loop.
#pragma once

#include <string>
#include <string_view>

namespace pagewright::auth {

inline constexpr std::size_t min_password_size = 8;
inline constexpr std::size_t max_password_size = 1024;

// What is wrong with a new password, as a sentence's predicate; empty: nothing.
[[nodiscard]] std::string fault_of_password(std::string_view password, std::string_view email);

[[nodiscard]] std::string hash_password(std::string_view password);

// With an empty `hash` (no such user) it takes as long and is false.
[[nodiscard]] bool password_matches(std::string_view password, const std::string& hash);

}  // namespace pagewright::auth
