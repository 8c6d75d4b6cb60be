#include "server/http/byte_range.hpp"

#include <gtest/gtest.h>

namespace pagewright::http {
namespace {

using Kind = RangeRequest::Kind;

RangeRequest part(std::uint64_t first, std::uint64_t count) {
  return {.kind = Kind::part, .range = {.first = first, .count = count}};
}

TEST(ByteRange, IsReadWithBothItsForms) {
  EXPECT_EQ(read_range("bytes=0-99", 1000), part(0, 100));
  EXPECT_EQ(read_range("bytes=500-", 1000), part(500, 500));
  EXPECT_EQ(read_range("bytes=-100", 1000), part(900, 100));
  EXPECT_EQ(read_range("bytes=999-", 1000), part(999, 1));
}

TEST(ByteRange, EndsWithTheBody) {
  EXPECT_EQ(read_range("bytes=900-5000", 1000), part(900, 100));
  EXPECT_EQ(read_range("bytes=-5000", 1000), part(0, 1000));
  EXPECT_EQ(read_range("bytes=0-18446744073709551615", 10), part(0, 10));
}

TEST(ByteRange, BehindTheBodyCannotBeSatisfied) {
  for (const char* header : {"bytes=1000-", "bytes=1000-1001", "bytes=-0"})
    EXPECT_EQ(read_range(header, 1000).kind, Kind::unsatisfiable) << header;
  EXPECT_EQ(read_range("bytes=0-", 0).kind, Kind::unsatisfiable);
}

TEST(ByteRange, WhatIsNoneOfOneRangeIsForTheWhole) {
  for (const char* header : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=0-1,5-6", "items=0-1",
                             "bytes=0-1x", "bytes= 0-1", "bytes=-1-2", "bytes=99999999999999999999-"})
    EXPECT_EQ(read_range(header, 1000).kind, Kind::whole) << header;
}

}  // namespace
}  // namespace pagewright::http
