#include "server/cli/nearest_name.hpp"

#include <gtest/gtest.h>

namespace pagewright::cli {
namespace {

TEST(NearestName, IsOneThatIsFewLettersAway) {
  const std::vector<std::string> names{"port", "sites-port", "mail-from", "smtp-url"};
  EXPECT_EQ(nearest_name("prot", names), "port");
  EXPECT_EQ(nearest_name("site-port", names), "sites-port");
  EXPECT_EQ(nearest_name("mail_from", names), "mail-from");
  EXPECT_EQ(nearest_name("port", names), "port");
  EXPECT_EQ(nearest_name("telephone", names), "");
  EXPECT_EQ(nearest_name("port", {}), "");
}

}  // namespace
}  // namespace pagewright::cli
