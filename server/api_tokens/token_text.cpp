#include "server/api_tokens/token_text.hpp"

#include <sodium.h>

#include <algorithm>
#include <boost/crc.hpp>

namespace pagewright::api_tokens {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t random_size = 40;  // 238 bits
constexpr std::size_t checksum_size = 6;
constexpr std::size_t shown_size = 6;

// CRC-32 in base 62, the highest digit first.
std::string checksum_of(std::string_view text) {
  boost::crc_32_type crc;
  crc.process_bytes(text.data(), text.size());
  auto rest = crc.checksum();
  std::string checksum(checksum_size, digits.front());
  for (auto digit = checksum.rbegin(); digit != checksum.rend(); ++digit) {
    *digit = digits[rest % digits.size()];
    rest /= static_cast<std::uint32_t>(digits.size());
  }
  return checksum;
}

}  // namespace

std::string new_token() {
  std::string token(token_prefix);
  for (std::size_t i = 0; i < random_size; ++i)
    token += digits[randombytes_uniform(static_cast<std::uint32_t>(digits.size()))];
  return token + checksum_of(token);
}

bool is_token(std::string_view text) {
  if (text.size() != token_prefix.size() + random_size + checksum_size || !text.starts_with(token_prefix)) return false;
  const auto body = text.substr(token_prefix.size());
  if (body.find_first_not_of(digits) != std::string_view::npos) return false;
  const std::size_t signed_size = text.size() - checksum_size;
  return text.substr(signed_size) == checksum_of(text.substr(0, signed_size));
}

std::string shown_part(std::string_view token) {
  return std::string(token.substr(0, token_prefix.size() + shown_size));
}

}  // namespace pagewright::api_tokens
