#include "server/auth/password.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>

namespace pagewright::auth {
namespace {

// OWASP's recommendation for argon2id: 19 MiB, two passes.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19ULL * 1024 * 1024;

// What everybody tries first.
constexpr std::array<std::string_view, 8> common_passwords = {"password",   "password1",  "12345678",  "123456789",
                                                              "1234567890", "qwertyuiop", "iloveyou1", "administrator"};

}  // namespace

std::string fault_of_password(std::string_view password, std::string_view email) {
  if (password.size() < min_password_size) return "must be at least 8 characters";
  if (password.size() > max_password_size) return "must be at most 1024 bytes";
  if (password == email) return "must not be the e-mail address";
  if (std::ranges::find(common_passwords, password) != common_passwords.end())
    return "is among the first that are guessed";
  if (std::ranges::all_of(password, [&](char c) { return c == password.front(); }))
    return "must not be one character repeated";
  return {};
}

std::string hash_password(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash;
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return hash.data();
}

bool password_matches(std::string_view password, const std::string& hash) {
  if (!hash.empty()) return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
  static_cast<void>(hash_password(password));
  return false;
}

}  // namespace pagewright::auth
