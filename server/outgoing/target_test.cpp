#include "server/outgoing/target.hpp"

#include <gtest/gtest.h>

namespace pagewright::outgoing {
namespace {

TEST(Targets, MayBePublicHttp) {
  for (const std::string_view url :
       {"https://example.org", "https://example.org/hook?x=1#y", "http://example.org:8080/", "https://EXAMPLE.org:443/",
        "https://8.8.8.8/", "https://[2606:4700:4700::1111]:8443/", "HTTPS://example.org/"})
    EXPECT_EQ(fault_of_url(url, Reach::public_only), std::nullopt) << url;
}

TEST(Targets, MayNotBeAnythingElse) {
  for (const std::string& url :
       {std::string(), std::string("example.org"), std::string("/hook"), std::string("ftp://example.org/"),
        std::string("file:///etc/passwd"), std::string("gopher://example.org/"), std::string("dict://example.org/"),
        std::string("javascript:alert(1)"), std::string("https://user:password@example.org/"),
        std::string("https://user@example.org/"), std::string("https:///hook"), std::string("https://exa mple.org/"),
        std::string("https://example.org/\r\nX-Injected: 1"), std::string("https://example.org/\0", 21),
        std::string("https://exämple.org/"), std::string("https://example.org:99999/"),
        "https://example.org/" + std::string(2000, 'x')})
    for (const Reach reach : {Reach::public_only, Reach::anywhere})
      EXPECT_NE(fault_of_url(url, reach), std::nullopt) << url;
}

TEST(Targets, OnlyReachPrivatePlacesWhereThatIsAllowed) {
  for (const std::string_view url :
       {"http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
        "http://10.0.0.1:8080/", "http://169.254.169.254/latest/meta-data/", "http://192.168.1.1/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[fd00::1]/", "http://[fe80::1%25eth0]/", "http://0.0.0.0/",
        "https://example.org:22/", "https://example.org:25/", "https://example.org:0/"}) {
    EXPECT_NE(fault_of_url(url, Reach::public_only), std::nullopt) << url;
  }
  EXPECT_EQ(fault_of_url("http://127.0.0.1:20001/hook", Reach::anywhere), std::nullopt);
  EXPECT_EQ(fault_of_url("http://[::1]/", Reach::anywhere), std::nullopt);
  EXPECT_EQ(fault_of_url("http://intranet.example:81/", Reach::anywhere), std::nullopt);
}

}  // namespace
}  // namespace pagewright::outgoing
