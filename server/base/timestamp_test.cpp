#include "server/base/timestamp.hpp"

#include <gtest/gtest.h>

namespace pagewright {
namespace {

TEST(Timestamps, AreReadAsTheyAreWritten) {
  for (const Milliseconds time : {Milliseconds{0}, Milliseconds{1'764'066'665'123}, Milliseconds{-1}})
    EXPECT_EQ(parse_iso8601(to_iso8601(time)), time);
}

TEST(Timestamps, AreReadInEveryForm) {
  constexpr Milliseconds time = 1'764'066'665'000;  // 2025-11-25T10:31:05Z
  EXPECT_EQ(parse_iso8601("2025-11-25T10:31:05Z"), time);
  EXPECT_EQ(parse_iso8601("2025-11-25T11:31:05+01:00"), time);
  EXPECT_EQ(parse_iso8601("2025-11-25T05:01:05-05:30"), time);
  EXPECT_EQ(parse_iso8601("2025-11-25T10:31:05.5Z"), time + 500);
  EXPECT_EQ(parse_iso8601("2025-11-25T10:31:05.123999z"), time + 123);
  EXPECT_EQ(parse_iso8601("1970-01-02"), 24 * 3600 * 1000);
  EXPECT_EQ(parse_iso8601("2024-02-29"), parse_iso8601("2024-02-29T00:00:00Z"));
}

TEST(Timestamps, AreNothingElse) {
  for (const std::string_view text :
       {"", "now", "2025", "2025-11", "2025-13-01", "2025-02-29", "2025-11-25 10:31:05Z", "2025-11-25T10:31:05",
        "2025-11-25T24:00:00Z", "2025-11-25T10:60:05Z", "2025-11-25T10:31:61Z", "2025-11-25T10:31:05.Z",
        "2025-11-25T10:31:05Zx", "2025-11-25T10:31:05+1:00", "2025-11-25T10:31:05+24:00", "2025-11-25T", "-025-11-25",
        "2025-11-25x"})
    EXPECT_EQ(parse_iso8601(text), std::nullopt) << text;
}

}  // namespace
}  // namespace pagewright
