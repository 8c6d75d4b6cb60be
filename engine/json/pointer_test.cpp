#include "engine/json/pointer.hpp"

#include <gtest/gtest.h>

namespace pagewright::json {
namespace {

// JSON-16
TEST(JsonPointer, EscapesTheTwoCharactersThatMeanSomething) {
  EXPECT_EQ(pointer_to("", "a"), "/a");
  EXPECT_EQ(pointer_to("/a", "b/c"), "/a/b~1c");
  EXPECT_EQ(pointer_to("/a", "~"), "/a/~0");
  EXPECT_EQ(pointer_to("/a", ""), "/a/");
  EXPECT_EQ(pointer_to("/a~1b", "~1"), "/a~1b/~01");
  EXPECT_EQ(pointer_to("", "é \"%"), "/é \"%");
}

// JSON-16
TEST(JsonPointer, ReadsBackEveryKey) {
  for (const std::string_view key : {"", "a", "/", "~", "~0", "~1", "~01", "/~/~", "a/b~c", "é"})
    EXPECT_EQ(unescaped_token(pointer_to("", key).substr(1)), key);
}

// JSON-16
TEST(JsonPointer, ATildeThatEscapesNothingStandsForItself) {
  EXPECT_EQ(unescaped_token("~"), "~");
  EXPECT_EQ(unescaped_token("a~2"), "a~2");
  EXPECT_EQ(unescaped_token("~~1"), "~/");
}

}  // namespace
}  // namespace pagewright::json
