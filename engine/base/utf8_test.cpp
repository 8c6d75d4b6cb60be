#include "engine/base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pagewright {
namespace {

// BASE-7
TEST(StartOf, CutsNoCharacterInTwo) {
  struct Case {
    std::string_view text;
    std::size_t most_bytes;
    std::string_view start;
  };
  const Case cases[] = {
      {"", 0, ""},    {"", 5, ""},      {"abc", 0, ""},          {"abc", 2, "ab"}, {"abc", 3, "abc"},
      {"aé", 2, "a"}, {"aé", 3, "aé"},  {"a€b", 2, "a"},         {"a€b", 3, "a"},  {"a€b", 4, "a€"},
      {"😀x", 3, ""}, {"😀x", 4, "😀"}, {"\x80\x80\x80", 2, ""},
  };
  for (const Case& each : cases) EXPECT_EQ(start_of(each.text, each.most_bytes), each.start) << each.text;
}

}  // namespace
}  // namespace pagewright
