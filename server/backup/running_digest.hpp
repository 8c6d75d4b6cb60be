// SHA-256 of bytes that come in pieces.
#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

namespace pagewright::backup {

class RunningDigest {
 public:
  RunningDigest() { crypto_hash_sha256_init(&state_); }

  void add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }

  // 64 lower-case hexadecimal digits. Once, at the end.
  [[nodiscard]] std::string finish() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256_final(&state_, hash.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text;
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return {text.data(), text.size() - 1};
  }

 private:
  crypto_hash_sha256_state state_;
};

}  // namespace pagewright::backup
