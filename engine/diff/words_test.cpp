#include "engine/diff/words.hpp"

#include <gtest/gtest.h>

#include <random>

namespace pagewright::diff {
namespace {

using enum Edit;

std::string without(const std::vector<TextRun>& runs, Edit edit) {
  std::string out;
  for (const TextRun& run : runs)
    if (run.edit != edit) out += run.text;
  return out;
}

// DIFF-9
TEST(Myers, FindsTheShortestScript) {
  const std::uint32_t before[] = {1, 2, 3, 1, 2, 2, 1};
  const std::uint32_t after[] = {3, 2, 1, 2, 1, 3};
  std::size_t edits = 0;
  for (const EditRun& run : shortest_edit(before, after))
    if (run.edit != kept) edits += run.count;
  EXPECT_EQ(edits, 5u);
  EXPECT_TRUE(shortest_edit({}, {}).empty());
  EXPECT_EQ(shortest_edit(before, {}), (std::vector<EditRun>{{removed, 0, 0, 7}}));
  EXPECT_EQ(shortest_edit({}, after), (std::vector<EditRun>{{inserted, 0, 0, 6}}));
}

// DIFF-9, DIFF-10
TEST(Myers, LeadsFromAnySequenceToAnyOther) {
  std::mt19937 random(3);
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::uint32_t> before(random() % 20);
    std::vector<std::uint32_t> after(random() % 20);
    for (auto& each : before) each = static_cast<std::uint32_t>(random() % 4);
    for (auto& each : after) each = static_cast<std::uint32_t>(random() % 4);
    const std::size_t bound = i % 3 == 0 ? 3 : most_edits;
    std::vector<std::uint32_t> made;
    std::size_t read = 0;
    for (const EditRun& run : shortest_edit(before, after, bound)) {
      if (run.edit != inserted) {
        ASSERT_EQ(run.before, read);
        read += run.count;
      }
      for (std::size_t k = 0; k < run.count; ++k) {
        if (run.edit == kept) ASSERT_EQ(before[run.before + k], after[run.after + k]);
        if (run.edit == removed) continue;
        ASSERT_EQ(run.after + k, made.size());
        made.push_back(after[run.after + k]);
      }
    }
    ASSERT_EQ(read, before.size());
    ASSERT_EQ(made, after);
  }
}

// DIFF-10
TEST(Myers, GivesUpOnWhatDiffersTooMuch) {
  std::vector<std::uint32_t> before(50'000);
  std::vector<std::uint32_t> after(50'000);
  for (std::uint32_t i = 0; i < 50'000; ++i) {
    before[i] = i;
    after[i] = 100'000 + i;
  }
  after.front() = before.front();
  EXPECT_EQ(shortest_edit(before, after),
            (std::vector<EditRun>{{kept, 0, 0, 1}, {removed, 1, 1, 49'999}, {inserted, 50'000, 1, 49'999}}));
}

// DIFF-11
TEST(Words, AreWordsBlanksAndSigns) {
  EXPECT_EQ(split_words("Call us, or  don't!"),
            (std::vector<std::string_view>{"Call", " ", "us", ",", " ", "or", "  ", "don't", "!"}));
  EXPECT_EQ(split_words("Zürich 日本"), (std::vector<std::string_view>{"Zürich", " ", "日", "本"}));
  EXPECT_EQ(split_words("\xf0\x9f"), (std::vector<std::string_view>{"\xf0\x9f"}));
}

// DIFF-12
TEST(Words, ARewrittenPassageIsOneChange) {
  EXPECT_EQ(
      word_difference("We open at eight on Monday", "We open at nine on Monday"),
      (std::vector<TextRun>{{kept, "We open at "}, {removed, "eight"}, {inserted, "nine"}, {kept, " on Monday"}}));
  EXPECT_EQ(word_difference("the old text here", "the new words here"),
            (std::vector<TextRun>{{kept, "the "}, {removed, "old text"}, {inserted, "new words"}, {kept, " here"}}));
  EXPECT_EQ(word_difference("same", "same"), (std::vector<TextRun>{{kept, "same"}}));
}

// DIFF-12
TEST(Words, TheRunsAreBothTexts) {
  std::mt19937 random(9);
  const char* words[] = {"a", "b", "  ", " ", ",", "wörd", "日", "\n"};
  for (int i = 0; i < 2000; ++i) {
    std::string before;
    std::string after;
    for (unsigned k = random() % 12; k > 0; --k) before += words[random() % 8];
    for (unsigned k = random() % 12; k > 0; --k) after += words[random() % 8];
    const auto runs = word_difference(before, after);
    ASSERT_EQ(without(runs, inserted), before);
    ASSERT_EQ(without(runs, removed), after);
  }
}

}  // namespace
}  // namespace pagewright::diff
