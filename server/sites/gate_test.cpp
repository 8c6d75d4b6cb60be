#include "server/sites/gate.hpp"

#include <gtest/gtest.h>

namespace pagewright::sites {
namespace {

const Gate gate(Gate::Kind::password, "0192f3a1-7c4e-7b1a-9f00-3d2a5c6b7e88", "/~staging", "a key");

TEST(Gate, LetsItsOwnPassesInForTheirTime) {
  EXPECT_EQ(gate.cookie_name(), "pagewright_pass_3d2a5c6b7e88");
  const std::string cookie = gate.cookie_name() + "=" + gate.pass(2000);
  EXPECT_TRUE(gate.admits(cookie, 1999));
  EXPECT_FALSE(gate.admits(cookie, 2000));
  EXPECT_TRUE(gate.admits("other=1; " + cookie + "; more=2", 1000));
  EXPECT_TRUE(gate.admits(gate.cookie_name() + "=old; " + cookie, 1000));
}

TEST(Gate, LetsNothingElseIn) {
  const std::string name = gate.cookie_name() + "=";
  const std::string pass = gate.pass(2000);
  for (const std::string& cookies :
       {std::string(), name, name + "2000", name + "2000.", name + ".", name + "9" + pass, name + pass + "0",
        "x" + name + pass, "other=" + pass, name + "3000" + pass.substr(4)})
    EXPECT_FALSE(gate.admits(cookies, 1000)) << cookies;
  const Gate renewed(Gate::Kind::password, gate.environment_id(), "/~staging", "another key");
  EXPECT_FALSE(renewed.admits(name + pass, 1000));
}

}  // namespace
}  // namespace pagewright::sites
