#include "server/outgoing/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace pagewright::outgoing {
namespace {

struct V4Range {
  std::array<std::uint8_t, 4> start;
  unsigned bits;
};
constexpr V4Range not_public_v4[] = {
    {{0, 0, 0, 0}, 8},        // this network
    {{10, 0, 0, 0}, 8},       // private
    {{100, 64, 0, 0}, 10},    // carrier-grade NAT
    {{127, 0, 0, 0}, 8},      // loopback
    {{169, 254, 0, 0}, 16},   // link-local; cloud metadata
    {{172, 16, 0, 0}, 12},    // private
    {{192, 0, 0, 0}, 24},     // protocol assignments
    {{192, 0, 2, 0}, 24},     // documentation
    {{192, 88, 99, 0}, 24},   // 6to4 relays
    {{192, 168, 0, 0}, 16},   // private
    {{198, 18, 0, 0}, 15},    // benchmarking
    {{198, 51, 100, 0}, 24},  // documentation
    {{203, 0, 113, 0}, 24},   // documentation
    {{224, 0, 0, 0}, 4},      // multicast
    {{240, 0, 0, 0}, 4},      // reserved, broadcast
};

using V6 = std::array<std::uint8_t, 16>;
struct V6Range {
  V6 start;
  unsigned bits;
};
// Only 2000::/3 is global unicast at all; these are the exceptions in it.
constexpr V6Range global_unicast = {{0x20}, 3};
constexpr V6Range not_public_v6[] = {
    {{0x20, 0x01}, 23},              // protocol assignments, Teredo
    {{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    {{0x3f, 0xff}, 20},              // documentation
};
constexpr V6Range sixtofour = {{0x20, 0x02}, 16};

// Those that stand for an IPv4 address, in their last four bytes.
constexpr V6Range carries_v4[] = {
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96},  // mapped
    {{0x00, 0x64, 0xff, 0x9b}, 96},                    // NAT64
};

bool is_in(std::span<const std::uint8_t> address, std::span<const std::uint8_t> start, unsigned bits) {
  for (std::size_t i = 0; bits > 0; ++i) {
    const unsigned taken = std::min(bits, 8U);
    const auto mask = static_cast<std::uint8_t>(0xFFU << (8U - taken));
    if ((address[i] & mask) != (start[i] & mask)) return false;
    bits -= taken;
  }
  return true;
}

bool is_public_v4(std::span<const std::uint8_t> address) {
  return std::ranges::none_of(not_public_v4,
                              [&](const V4Range& range) { return is_in(address, range.start, range.bits); });
}

bool is_public_v6(const V6& address) {
  const auto in = [&](const V6Range& range) { return is_in(address, range.start, range.bits); };
  if (std::ranges::any_of(carries_v4, in)) return is_public_v4(std::span(address).subspan(12));
  if (in(sixtofour)) return is_public_v4(std::span(address).subspan(2, 4));
  return in(global_unicast) && std::ranges::none_of(not_public_v6, in);
}

}  // namespace

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    std::array<std::uint8_t, 4> bytes{};
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in&>(address).sin_addr, bytes.size());
    return is_public_v4(bytes);
  }
  if (address.sa_family == AF_INET6) {
    V6 bytes{};
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, bytes.size());
    return is_public_v6(bytes);
  }
  return false;
}

bool is_public(std::string_view address) {
  const std::string text(address);
  std::array<std::uint8_t, 4> v4{};
  if (::inet_pton(AF_INET, text.c_str(), v4.data()) == 1) return is_public_v4(v4);
  V6 v6{};
  return ::inet_pton(AF_INET6, text.c_str(), v6.data()) == 1 && is_public_v6(v6);
}

std::string to_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  if (address.sa_family == AF_INET) bytes = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
  if (address.sa_family == AF_INET6) bytes = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  if (bytes == nullptr || ::inet_ntop(address.sa_family, bytes, text.data(), text.size()) == nullptr) return "?";
  return text.data();
}

}  // namespace pagewright::outgoing
