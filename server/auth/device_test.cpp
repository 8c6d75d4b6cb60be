#include "server/auth/device.hpp"

#include <gtest/gtest.h>

namespace pagewright::auth {
namespace {

TEST(DeviceName, SaysProgramAndSystem) {
  EXPECT_EQ(device_name("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"), "Firefox on Linux");
  EXPECT_EQ(device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 "
                        "Safari/537.36 Edg/131.0"),
            "Edge on Windows");
  EXPECT_EQ(device_name("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                        "Version/18.1 Safari/605.1.15"),
            "Safari on macOS");
  EXPECT_EQ(device_name("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 "
                        "Mobile/15E148 Safari/604.1"),
            "Chrome on iPhone");
  EXPECT_EQ(device_name("curl/8.5.0"), "curl");
  EXPECT_EQ(device_name(""), "Unknown device");
}

TEST(NetworkOf, KeepsTheNetworkOnly) {
  EXPECT_EQ(network_of("192.0.2.77"), "192.0.2.0/24");
  EXPECT_EQ(network_of("2001:db8:1:2:3::4"), "2001:db8:1::/48");
  EXPECT_EQ(network_of("somewhere"), "somewhere");
}

}  // namespace
}  // namespace pagewright::auth
