#include "server/sites/gate.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace pagewright::sites {
namespace {

// Environments that were made at the same time differ at the end of their ids only.
constexpr std::size_t telling_characters = 12;

std::string signature_of(std::string_view text, std::string_view key) {
  const auto bytes = [](std::string_view view) { return reinterpret_cast<const unsigned char*>(view.data()); };
  crypto_auth_hmacsha256_state state;
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code;
  crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
  crypto_auth_hmacsha256_final(&state, code.data());
  std::string hex(code.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), code.data(), code.size());
  hex.pop_back();
  return hex;
}

}  // namespace

Gate::Gate(Kind kind, std::string_view environment_id, std::string prefix, std::string key)
    : kind_(kind), environment_id_(environment_id), prefix_(std::move(prefix)), key_(std::move(key)) {
  cookie_name_ = "pagewright_pass_" +
                 environment_id_.substr(environment_id_.size() - std::min(environment_id_.size(), telling_characters));
}

std::string Gate::pass(std::int64_t until) const {
  const std::string time = std::to_string(until);
  return time + "." + signature_of(time, key_);
}

bool Gate::is_valid(std::string_view pass, std::int64_t now) const {
  const auto point = pass.find('.');
  if (point == std::string_view::npos) return false;
  const auto time = pass.substr(0, point);
  const std::string expected = signature_of(time, key_);
  const auto signature = pass.substr(point + 1);
  if (signature.size() != expected.size() || sodium_memcmp(signature.data(), expected.data(), expected.size()) != 0)
    return false;
  std::int64_t until = 0;
  const auto read = std::from_chars(time.data(), time.data() + time.size(), until);
  return read.ec == std::errc() && read.ptr == time.data() + time.size() && now < until;
}

bool Gate::admits(std::string_view cookies, std::int64_t now) const {
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    auto cookie = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
    if (cookie.size() > cookie_name_.size() && cookie.starts_with(cookie_name_) && cookie[cookie_name_.size()] == '=' &&
        is_valid(cookie.substr(cookie_name_.size() + 1), now))
      return true;
  }
  return false;
}

}  // namespace pagewright::sites
