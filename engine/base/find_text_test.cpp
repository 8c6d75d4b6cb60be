#include "engine/base/find_text.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

namespace pagewright {
namespace {

// BASE-19
TEST(FindText, FindsWhatTheStandardLibraryFinds) {
  std::mt19937 random(7);
  const auto text_of = [&](std::size_t most) {
    std::string text(random() % (most + 1), 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 2);
    return text;
  };
  std::size_t found = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = text_of(40);
    const std::string pattern = text_of(6);
    const std::size_t from = random() % (text.size() + 1);
    ASSERT_EQ(find_text(text, pattern, from), text.find(pattern, from)) << text << " " << pattern << " " << from;
    ASSERT_EQ(find_last_text(text, pattern), text.rfind(pattern)) << text << " " << pattern;
    found += text.find(pattern) != std::string::npos ? 1 : 0;
  }
  EXPECT_GT(found, 1000u);
}

// BASE-19: compared byte by byte at each place, these would take minutes.
TEST(FindText, TakesNoLongerForTextsThatAreNearlyThere) {
  const std::string text(2'000'000, 'a');
  const std::string behind = std::string(1'000'000, 'a') + "b";
  const std::string before = "b" + std::string(1'000'000, 'a');
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& pattern : {behind, before}) {
    EXPECT_EQ(find_text(text, pattern), std::string_view::npos);
    EXPECT_EQ(find_last_text(text, pattern), std::string_view::npos);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace pagewright
