#include "server/database/database_location.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pagewright::database {
namespace {

DatabaseLocation parse(std::string_view text) {
  return DatabaseLocation::parse(text, "data/pagewright.db").value();
}

TEST(DatabaseLocations, NothingIsTheFileInTheDataDirectory) {
  EXPECT_FALSE(parse("").is_postgres());
  EXPECT_EQ(parse("").description(), "SQLite in data/pagewright.db");
  EXPECT_EQ(parse("sqlite:/srv/pages.db").description(), "SQLite in /srv/pages.db");
}

TEST(DatabaseLocations, AreDescribedWithoutPassword) {
  for (const char* url :
       {"postgres://ada:geheim@db.example:5433/pages", "postgresql://ada:geheim@db.example:5433/pages",
        "postgres://ada@db.example:5433/pages?password=geheim&sslmode=require"}) {
    EXPECT_TRUE(parse(url).is_postgres());
    EXPECT_EQ(parse(url).description(), "PostgreSQL database pages on db.example:5433 as ada");
  }
}

TEST(DatabaseLocations, RefusalsSayWhatToDoAndNeverRepeatTheAddress) {
  for (const auto& [url, advice] :
       {std::pair("mysql://ada:geheim@db.example/pages", "must begin with postgres://"),
        std::pair("ada:geheim@db.example", "must begin with postgres://"),
        std::pair("postgres://ada:geheim@[db/pages", "user:password@host:port/database"),
        std::pair("postgres://ada:geheim@db.example/pages?ssl=geheim", "user:password@host:port/database"),
        std::pair("postgres://ada:geheim@db.example", "names no database"),
        std::pair("postgres://ada:geheim@db.example/", "names no database"), std::pair("sqlite:", "names no file")}) {
    const auto parsed = DatabaseLocation::parse(url, "data/pagewright.db");
    ASSERT_FALSE(parsed) << url;
    EXPECT_THAT(parsed.error().detail, testing::HasSubstr(advice)) << url;
    EXPECT_THAT(parsed.error().detail + parsed.error().cause, testing::Not(testing::HasSubstr("geheim")));
  }
}

}  // namespace
}  // namespace pagewright::database
