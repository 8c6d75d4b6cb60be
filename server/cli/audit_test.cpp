#include "server/cli/audit.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <sstream>

#include "server/audit/audit_store.hpp"
#include "server/base/digest.hpp"
#include "server/database/checking/test_database.hpp"

namespace pagewright::cli {
namespace {

struct AuditCommandTest : testing::TestWithParam<database::Kind> {
  AuditCommandTest() {
    EXPECT_GE(sodium_init(), 0);
    EXPECT_TRUE(
        connection->run_script("INSERT INTO organisations VALUES ('o', 'Riverside', 'riverside', 1, 1), "
                               "('p', 'Elsewhere', 'elsewhere', 1, 1)"));
    for (int i = 0; i < 3; ++i)
      EXPECT_TRUE(audit::append(
          *connection, {.organization_id = "o", .actor_id = "", .action = "a", .subject_id = "s", .detail = "{}"}, i));
    EXPECT_TRUE(connection->query("SELECT 1"));  // waits for what was posted
  }
  [[nodiscard]] int verify() {
    out.str("");
    return audit({.database_url = place.url()}, out);
  }

  database::TestDatabase place{GetParam()};
  // Stays open, as a running server's.
  std::unique_ptr<database::ExclusiveConnection> connection = database::must(place.location().open_exclusively());
  std::ostringstream out;
};

INSTANTIATE_TEST_SUITE_P(On, AuditCommandTest, testing::Values(database::Kind::sqlite, database::Kind::postgres),
                         testing::PrintToStringParamName());

TEST_P(AuditCommandTest, SaysHowManyRowsHoldWhileTheServerRuns) {
  EXPECT_EQ(verify(), 0);
  EXPECT_TRUE(out.str().starts_with("elsewhere: 0 rows hold.\nriverside: 3 rows hold. The last has the hash "))
      << out.str();
}

TEST_P(AuditCommandTest, FailsWhereARowWasChanged) {
  ASSERT_TRUE(connection->run_script("UPDATE audit_log SET detail = '{\"x\":1}' WHERE sequence = 2"));
  EXPECT_EQ(verify(), 1);
  EXPECT_NE(out.str().find("riverside: 1 row holds. BROKEN: Row 2 (a, 1970-01-01T00:00:00.001Z)"), std::string::npos)
      << out.str();
}

TEST(AuditCommand, SaysThatThereIsNothingToCheck) {
  std::ostringstream out;
  testing::internal::CaptureStderr();
  EXPECT_EQ(audit({.data = std::filesystem::temp_directory_path() / random_secret(9)}, out), 2);
  EXPECT_EQ(testing::internal::GetCapturedStderr().substr(0, 24), "pagewright: cannot open ");
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace pagewright::cli
