#include "server/backup/manifest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pagewright::backup {
namespace {

const Manifest manifest{.program = "0.1.0",
                        .created_at = 1'764'413'468'000,
                        .schema = 14,
                        .taken_from = "sqlite",
                        .files = {{.name = "database/pagewright.db", .size = 5'000'000'000, .sha256 = "ab"},
                                  {.name = "data/jwt.key", .size = 64, .sha256 = "cd"}}};

TEST(Manifest, IsReadAsItWasWritten) {
  const auto read = Manifest::parse(manifest.to_json());
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, manifest);
}

TEST(Manifest, OfALaterFormatSaysSo) {
  const auto read = Manifest::parse(R"({"format":2})");
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().cause, testing::HasSubstr("has format 2, this program knows 1"));
}

TEST(Manifest, ThatLacksSomethingIsRefused) {
  for (const std::string_view text :
       {"", "[]", "{}", R"({"format":1})", R"({"format":1,"createdAt":"2026-11-29","schema":14})",
        R"({"format":1,"createdAt":"yesterday","schema":14,"files":[]})",
        R"({"format":1,"createdAt":"2026-11-29","schema":14,"files":[{"name":"a","size":-1,"sha256":"b"}]})",
        R"({"format":1,"createdAt":"2026-11-29","schema":14,"files":[{"name":"a","size":1}]})"})
    EXPECT_FALSE(Manifest::parse(text)) << text;
}

}  // namespace
}  // namespace pagewright::backup
