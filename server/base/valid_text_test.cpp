#include "server/base/valid_text.hpp"

#include <gtest/gtest.h>

namespace pagewright {
namespace {

TEST(ValidText, KeepsWhatIsUtf8) {
  for (const std::string_view text :
       {"", "plain", "Größe", "日本", "😀", "\t\r\n", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_valid_text(text)) << text;
    EXPECT_EQ(valid_text(text, 100), text);
  }
}

TEST(ValidText, ReplacesWhatIsNot) {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"a\0b"sv, "a\uFFFDb"},                                // NUL
      {"\xFF"sv, "\uFFFD"},                                  // never a byte of UTF-8
      {"\xC0\xAF"sv, "\uFFFD\uFFFD"},                        // an overlong slash
      {"\xE0\x80\xAF"sv, "\uFFFD\uFFFD\uFFFD"},              // another one
      {"\xED\xA0\x80"sv, "\uFFFD\uFFFD\uFFFD"},              // a surrogate
      {"\xF4\x90\x80\x80x"sv, "\uFFFD\uFFFD\uFFFD\uFFFDx"},  // behind the last character
      {"\x80"sv, "\uFFFD"},                                  // a byte from the middle
      {"x\xE6\x97"sv, "x\uFFFD\uFFFD"},                      // cut off
  };
  for (const auto& [bytes, text] : cases) {
    EXPECT_FALSE(is_valid_text(bytes));
    EXPECT_EQ(valid_text(bytes, 100), text);
  }
}

TEST(ValidText, CutsBetweenCharacters) {
  EXPECT_EQ(valid_text("aöö", 3), "aö");
  EXPECT_EQ(valid_text("aöö", 4), "aö");
  EXPECT_EQ(valid_text("aöö", 5), "aöö");
  EXPECT_EQ(valid_text("日本", 2), "");
  EXPECT_EQ(valid_text("\xFF\xFF", 4), "\uFFFD");
}

}  // namespace
}  // namespace pagewright
