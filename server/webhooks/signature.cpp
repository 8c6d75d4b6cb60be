#include "server/webhooks/signature.hpp"

#include <sodium.h>

#include <array>

#include "server/base/base64.hpp"

namespace pagewright::webhooks {
namespace {

constexpr std::string_view prefix = "whsec_";
constexpr std::size_t secret_bytes = 32;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string new_secret() {
  std::string bytes(secret_bytes, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return std::string(prefix) + base64(bytes);
}

std::string sign(std::string_view secret, std::string_view id, std::int64_t timestamp_seconds, std::string_view body) {
  const std::string key = decode_base64(secret.substr(prefix.size())).value_or("");
  const std::string before = std::string(id) + "." + std::to_string(timestamp_seconds) + ".";
  crypto_auth_hmacsha256_state state;
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code;
  crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(before), before.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(body), body.size());
  crypto_auth_hmacsha256_final(&state, code.data());
  return "v1," + base64({reinterpret_cast<const char*>(code.data()), code.size()});
}

}  // namespace pagewright::webhooks
