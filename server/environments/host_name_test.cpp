#include "server/environments/host_name.hpp"

#include <gtest/gtest.h>

#include "server/environments/environment.hpp"

namespace pagewright::environments {
namespace {

TEST(HostName, IsANameOfTheDns) {
  for (const char* host : {"www.example.org", "a.b", "xn--bcher-kva.example", "1and1.com", "a-b.c-d.e3"})
    EXPECT_EQ(fault_of_host(host), "") << host;
  const std::string long_label(64, 'a');
  std::string long_name;
  while (long_name.size() < 254) long_name += "abc.";
  for (const std::string& host :
       {std::string(), std::string("localhost"), std::string("-a.org"), std::string("a-.org"), std::string("a..org"),
        std::string(".org"), std::string("a.org."), std::string("a_b.org"), std::string("a b.org"),
        std::string("127.0.0.1"), std::string("http://a.org"), std::string("a.org/x"), std::string("a.org:80"),
        std::string("bücher.example"), std::string("*.example.org"), long_label + ".org", long_name + "org",
        std::string("a.org\r\nx")})
    EXPECT_NE(fault_of_host(host), "") << host;
  EXPECT_NE(fault_of_host("bücher.example").find("xn--"), std::string::npos);
}

TEST(HostName, OfAnAddress) {
  EXPECT_EQ(host_of_url("https://WWW.Example.org:8443/a"), "www.example.org");
  EXPECT_EQ(host_of_url("www.example.org"), "");
  EXPECT_EQ(fault_of_base_url("https://www.example.org"), "");
  EXPECT_EQ(fault_of_base_url("http://localhost:3002/site"), "");
  for (const char* url :
       {"", "www.example.org", "ftp://a.org", "https://", "https:///x", "https://a.org/", "https://a.org?x",
        "https://a.org/#x", "https://a b.org", "https://u@a.org", "https://a.org//x", "javascript:x"})
    EXPECT_NE(fault_of_base_url(url), "") << url;
}

TEST(Environment, HasAnAddressWhereNobodyChoseOne) {
  Environment environment{.id = "e", .organization_id = "o", .name = "Staging", .kind = "staging", .path = "/~staging"};
  EXPECT_EQ(environment.standard_url("http://localhost:3002"), "http://localhost:3002/~staging");
  environment.hosts = {"test.example.org", "other.example.org"};
  EXPECT_EQ(environment.standard_url("http://localhost:3002"), "http://test.example.org:3002");
  EXPECT_EQ(environment.standard_url("https://sites.example/x"), "https://test.example.org");
  EXPECT_EQ(environment.standard_url("http://[::1]:3002"), "http://test.example.org:3002");
}

}  // namespace
}  // namespace pagewright::environments
