// The parts of a merge: sequences, sibling order, rich text.
#include <gtest/gtest.h>

#include <random>

#include "engine/merge/sequence_merge.hpp"
#include "engine/merge/siblings.hpp"
#include "engine/merge/text_merge.hpp"
#include "engine/richtext/rich_text.hpp"
#include "fixtures/page_edits.hpp"

namespace pagewright::merge {
namespace {

using Numbers = std::vector<std::uint32_t>;

// The merged sequence as text: conflicts in brackets, ours before theirs.
std::string put_together(std::string_view base, std::string_view ours, std::string_view theirs) {
  const auto numbers = [](std::string_view text) { return Numbers(text.begin(), text.end()); };
  std::string out;
  for (const Stretch& stretch : merge_sequences(numbers(base), numbers(ours), numbers(theirs))) {
    const std::string_view our_part = ours.substr(stretch.ours.begin, stretch.ours.size());
    const std::string_view their_part = theirs.substr(stretch.theirs.begin, stretch.theirs.size());
    if (stretch.kind == StretchKind::conflict)
      out.append("[").append(our_part).append("|").append(their_part).append("]");
    else
      out += stretch.kind == StretchKind::theirs ? their_part : our_part;
  }
  return out;
}

// MERGE-21
TEST(SequenceMerge, TakesWhatDoesNotOverlap) {
  EXPECT_EQ(put_together("abcd", "xbcd", "abcy"), "xbcy");
  EXPECT_EQ(put_together("abcd", "xbcd", "aycd"), "xycd");
  EXPECT_EQ(put_together("abcd", "acd", "abxcd"), "axcd");
  EXPECT_EQ(put_together("abcd", "abcde", "fabcd"), "fabcde");
  EXPECT_EQ(put_together("ab", "ab", "a"), "a");
  EXPECT_EQ(put_together("ab", "xb", "xb"), "xb");
}

// MERGE-21
TEST(SequenceMerge, KnowsWhatOverlaps) {
  EXPECT_EQ(put_together("abcd", "axcd", "aycd"), "a[x|y]cd");
  EXPECT_EQ(put_together("abcd", "ad", "abxcd"), "a[|bxc]d");
  EXPECT_EQ(put_together("ab", "axb", "ayb"), "a[x|y]b");
  EXPECT_EQ(put_together("", "x", "y"), "[x|y]");
  EXPECT_EQ(put_together("abcdef", "axxdef", "abcyyf"), "axxyyf");
  EXPECT_EQ(put_together("abcdef", "axxxef", "abcyyf"), "a[xxxe|bcyy]f");
}

// MERGE-1, MERGE-4, MERGE-21
TEST(SequenceMerge, IsSymmetricAndCoversAllThree) {
  std::mt19937 random(4);
  for (int i = 0; i < 5000; ++i) {
    const auto make = [&] {
      Numbers numbers(random() % 9);
      for (auto& each : numbers) each = static_cast<std::uint32_t>(random() % 5);
      return numbers;
    };
    const Numbers base = make();
    const Numbers ours = make();
    const Numbers theirs = make();
    Range done;
    for (const Stretch& stretch : merge_sequences(base, ours, theirs)) {
      ASSERT_EQ(stretch.ours.begin, done.begin);
      ASSERT_EQ(stretch.theirs.begin, done.end);
      done = {stretch.ours.end, stretch.theirs.end};
    }
    ASSERT_EQ(done, (Range{ours.size(), theirs.size()}));
    auto mirrored = merge_sequences(base, theirs, ours);
    for (Stretch& stretch : mirrored) {
      std::swap(stretch.ours, stretch.theirs);
      if (stretch.kind == StretchKind::ours || stretch.kind == StretchKind::theirs)
        stretch.kind = stretch.kind == StretchKind::ours ? StretchKind::theirs : StretchKind::ours;
    }
    // Hunks that only touch may be visited in another order; what conflicts does not depend on it.
    const auto conflicts = [](const std::vector<Stretch>& stretches) {
      return std::ranges::count(stretches, StretchKind::conflict, &Stretch::kind);
    };
    ASSERT_EQ(conflicts(mirrored), conflicts(merge_sequences(base, ours, theirs)));
    for (const Stretch& stretch : merge_sequences(base, ours, base)) ASSERT_NE(stretch.kind, StretchKind::conflict);
  }
}

std::vector<document::Child> children(std::string_view ids) {
  std::vector<document::Child> list;
  for (const char id : ids) list.push_back({"", *document::NodeId::parse(std::string(1, id))});
  return list;
}

// The order as text; "!" where both sides' orders conflict.
std::string ordered(std::string_view base, std::string_view ours, std::string_view theirs, Side side = Side::ours) {
  const auto all = std::string(ours) + std::string(theirs);
  std::set<document::NodeId> members;
  for (const char id : all) {
    const bool was_removed = base.find(id) != std::string_view::npos &&
                             (ours.find(id) == std::string_view::npos || theirs.find(id) == std::string_view::npos);
    if (!was_removed) members.insert(*document::NodeId::parse(std::string(1, id)));
  }
  const auto base_list = children(base);
  const auto our_list = children(ours);
  const auto their_list = children(theirs);
  std::string out;
  const auto order = merge_order({base_list, our_list, their_list}, members, [&] {
    out += '!';
    return side;
  });
  for (const auto& id : order) out += id.text();
  return out;
}

// MERGE-17
TEST(Siblings, StandAfterTheUnmovedNodeThatTheyFollow) {
  EXPECT_EQ(ordered("abc", "abcx", "yabc"), "yabcx");
  EXPECT_EQ(ordered("abc", "acb", "abcx"), "acbx");
  EXPECT_EQ(ordered("abcd", "bcda", "abdc"), "bdca");
  EXPECT_EQ(ordered("abc", "ac", "xabc"), "xac");
  EXPECT_EQ(ordered("abc", "cab", "cab"), "cab");
}

// MERGE-17, MERGE-18: of many siblings each is looked up, not looked for.
TEST(Siblings, ManyMayAllBeInOneGap) {
  constexpr int count = 20'000;
  std::vector<document::Child> ours;
  std::set<document::NodeId> members;
  for (int i = 0; i < count; ++i) {
    ours.push_back({std::to_string(i), *document::NodeId::parse("n" + std::to_string(i))});
    members.insert(ours.back().id);
  }
  const std::vector<document::Child> theirs = ours;
  const auto ask = [] {
    ADD_FAILURE() << "both sides put them in the same order";
    return Side::ours;
  };
  const std::vector<document::Child> base(ours.rbegin(), ours.rend());
  const auto order = merge_order({base, ours, theirs}, members, ask);
  EXPECT_TRUE(std::ranges::equal(order, ours, {}, {}, &document::Child::id));
}

// MERGE-18
TEST(Siblings, RunsOfBothSidesStayTogether) {
  EXPECT_EQ(ordered("ab", "axyb", "amnb"), "amnxyb");
  EXPECT_EQ(ordered("ab", "amnb", "axyb"), "amnxyb");
  EXPECT_EQ(ordered("a", "apsr", "aqst"), "apqsrt");
}

// MERGE-19
TEST(Siblings, TheSameNodesInDifferentOrdersConflict) {
  EXPECT_EQ(ordered("abcd", "dabc", "adbc"), "!dabc");
  EXPECT_EQ(ordered("abcd", "dabc", "adbc", Side::theirs), "!adbc");
  EXPECT_EQ(ordered("", "xy", "yx"), "!xy");
  EXPECT_EQ(ordered("", "xy", "yx", Side::theirs), "!yx");
}

json::Value doc(std::string_view blocks) {
  return *json::parse(R"({"type":"doc","content":[)" + std::string(blocks) + "]}");
}

std::string paragraph(std::string_view text) {
  return R"({"type":"paragraph","content":[{"type":"text","text":")" + std::string(text) + "\"}]}";
}

std::string text_after(const json::Value& base, const json::Value& ours, const json::Value& theirs,
                       Choice choice = Choice::ours) {
  const auto merged = merge_rich_text(base, ours, theirs, choice);
  if (!merged) return "none";
  EXPECT_TRUE(richtext::validate(merged->value));
  return (merged->has_conflict ? "!" : "") + richtext::plain_text(merged->value);
}

// MERGE-20
TEST(TextMerge, MergesByBlockAndThenByWords) {
  const json::Value base = doc(paragraph("One two three.") + "," + paragraph("Four."));
  EXPECT_EQ(text_after(base, doc(paragraph("One two three.")),
                       doc(paragraph("Zero.") + "," + paragraph("One two three.") + "," + paragraph("Four."))),
            "Zero.\nOne two three.");
  EXPECT_EQ(text_after(base, doc(paragraph("One TWO three.") + "," + paragraph("Four.")),
                       doc(paragraph("One two three!") + "," + paragraph("Five."))),
            "One TWO three!\nFive.");
  const auto heading =
      merge_rich_text(doc(paragraph("One two.")),
                      doc(R"({"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"One two."}]})"),
                      doc(paragraph("One three.")), Choice::ours);
  EXPECT_EQ(
      json::serialize(heading->value),
      R"({"type":"doc","content":[{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"One three."}]}]})");
  EXPECT_FALSE(heading->has_conflict);
}

// MERGE-20
TEST(TextMerge, KeepsFormattingAndJoinsEqualNeighbours) {
  const auto merged = merge_rich_text(
      doc(paragraph("We open at eight.")),
      doc(R"({"type":"paragraph","content":[{"type":"text","text":"We "},{"type":"text","text":"open","marks":[{"type":"bold"}]},{"type":"text","text":" at eight."}]})"),
      doc(paragraph("We open at nine.")), Choice::ours);
  EXPECT_EQ(
      json::serialize(merged->value),
      R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"We "},{"type":"text","text":"open","marks":[{"type":"bold"}]},{"type":"text","text":" at nine."}]}]})");
}

// MERGE-22
TEST(TextMerge, AsksWhereChangesOverlapAndOnlyThere) {
  const json::Value base = doc(paragraph("One.") + "," + paragraph("Two."));
  const json::Value ours = doc(paragraph("One!") + "," + paragraph("Ours."));
  const json::Value theirs = doc(paragraph("One.") + "," + paragraph("Theirs."));
  EXPECT_EQ(text_after(base, ours, theirs), "!One!\nOurs.");
  EXPECT_EQ(text_after(base, ours, theirs, Choice::theirs), "!One!\nTheirs.");
  EXPECT_EQ(text_after(base, ours, theirs, Choice::both), "!One!\nOurs.\nTheirs.");
  const json::Value longer = doc(paragraph("One.") + "," + paragraph("Two.") + "," + paragraph("X."));
  const json::Value other = doc(paragraph("One.") + "," + paragraph("Two.") + "," + paragraph("Y."));
  EXPECT_EQ(text_after(base, longer, other, Choice::both), "!One.\nTwo.\nX.\nY.");
  EXPECT_EQ(text_after("plain", ours, theirs), "none");
}

// MERGE-1, MERGE-2, MERGE-20
TEST(TextMerge, HoldsForAnyTexts) {
  std::mt19937 random(8);
  fixtures::PageEdits edits([&random](unsigned below) { return static_cast<unsigned>(random() % below); });
  for (int i = 0; i < 2000; ++i) {
    const json::Value base = edits.rich_text();
    const json::Value ours = edits.rich_text();
    const json::Value theirs = edits.rich_text();
    for (const Choice choice : {Choice::ours, Choice::theirs, Choice::both})
      ASSERT_TRUE(richtext::validate(merge_rich_text(base, ours, theirs, choice)->value));
    ASSERT_TRUE(json::equal(merge_rich_text(base, ours, base, Choice::ours)->value, ours));
    ASSERT_TRUE(json::equal(merge_rich_text(base, base, theirs, Choice::ours)->value, theirs));
    ASSERT_EQ(merge_rich_text(base, ours, theirs, Choice::ours)->has_conflict,
              merge_rich_text(base, theirs, ours, Choice::ours)->has_conflict);
  }
}

}  // namespace
}  // namespace pagewright::merge
