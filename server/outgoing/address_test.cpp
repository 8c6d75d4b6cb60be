// What the server may be sent to, address by address.
#include "server/outgoing/address.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace pagewright::outgoing {
namespace {

struct Case {
  std::string_view address;
  bool is_public;
};
constexpr Case cases[] = {
    // The public Internet.
    {"1.1.1.1", true},
    {"8.8.8.8", true},
    {"93.184.216.34", true},
    {"9.255.255.255", true},
    {"11.0.0.0", true},
    {"100.63.255.255", true},
    {"100.128.0.0", true},
    {"126.255.255.255", true},
    {"128.0.0.0", true},
    {"169.253.255.255", true},
    {"169.255.0.0", true},
    {"172.15.255.255", true},
    {"172.32.0.0", true},
    {"192.0.1.0", true},
    {"192.167.255.255", true},
    {"192.169.0.0", true},
    {"198.17.255.255", true},
    {"198.20.0.0", true},
    {"223.255.255.255", true},
    {"2606:4700:4700::1111", true},
    {"2a00:1450:4001:82a::200e", true},
    {"3ffe::1", true},
    // This network, loopback.
    {"0.0.0.0", false},
    {"0.255.255.255", false},
    {"127.0.0.1", false},
    {"127.255.255.255", false},
    {"::", false},
    {"::1", false},
    // Private, unique-local.
    {"10.0.0.0", false},
    {"10.255.255.255", false},
    {"172.16.0.0", false},
    {"172.31.255.255", false},
    {"192.168.0.0", false},
    {"192.168.255.255", false},
    {"fc00::1", false},
    {"fdff:ffff::1", false},
    // Carrier-grade NAT.
    {"100.64.0.0", false},
    {"100.127.255.255", false},
    // Link-local, and with it the metadata of clouds.
    {"169.254.0.0", false},
    {"169.254.169.254", false},
    {"fe80::1", false},
    {"febf::1", false},
    {"fec0::1", false},
    // Multicast, broadcast, reserved.
    {"224.0.0.0", false},
    {"239.255.255.255", false},
    {"240.0.0.0", false},
    {"255.255.255.255", false},
    {"ff02::1", false},
    {"4000::1", false},
    // Documentation, benchmarks, protocol assignments, Teredo.
    {"192.0.0.8", false},
    {"192.0.2.1", false},
    {"192.88.99.1", false},
    {"198.18.0.0", false},
    {"198.19.255.255", false},
    {"198.51.100.1", false},
    {"203.0.113.1", false},
    {"2001:db8::1", false},
    {"2001::1", false},
    {"2001:10::1", false},
    {"3fff::1", false},
    {"100::1", false},
    // An IPv4 address in IPv6 clothes is what it is underneath.
    {"::ffff:127.0.0.1", false},
    {"::ffff:10.1.2.3", false},
    {"::ffff:169.254.169.254", false},
    {"::ffff:7f00:1", false},
    {"::ffff:8.8.8.8", true},
    {"::127.0.0.1", false},
    {"::8.8.8.8", false},
    {"64:ff9b::127.0.0.1", false},
    {"64:ff9b::10.0.0.1", false},
    {"64:ff9b::8.8.8.8", true},
    {"64:ff9b:1::8.8.8.8", false},
    {"2002:7f00:1::1", false},
    {"2002:a00:1::1", false},
    {"2002:808:808::1", true},
    // No addresses.
    {"", false},
    {"localhost", false},
    {"127.1", false},
    {"0x7f000001", false},
    {"2130706433", false},
    {"8.8.8.8 ", false},
    {"[::1]", false},
};

TEST(Addresses, ArePublicOrNot) {
  for (const auto& [address, expected] : cases) EXPECT_EQ(is_public(address), expected) << address;
}

TEST(Addresses, OfSocketsAreJudgedAlike) {
  for (const auto& [address, expected] : cases) {
    const std::string text(address);
    sockaddr_in v4{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {}, .sin_zero = {}};
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    if (::inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1)
      EXPECT_EQ(is_public(reinterpret_cast<const sockaddr&>(v4)), expected) << address;
    if (::inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1)
      EXPECT_EQ(is_public(reinterpret_cast<const sockaddr&>(v6)), expected) << address;
  }
  const sockaddr local{.sa_family = AF_UNIX, .sa_data = {}};
  EXPECT_FALSE(is_public(local));
  EXPECT_EQ(to_text(local), "?");
}

TEST(Addresses, HaveTheirText) {
  sockaddr_in v4{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {}, .sin_zero = {}};
  ::inet_pton(AF_INET, "10.1.2.3", &v4.sin_addr);
  EXPECT_EQ(to_text(reinterpret_cast<const sockaddr&>(v4)), "10.1.2.3");
}

}  // namespace
}  // namespace pagewright::outgoing
