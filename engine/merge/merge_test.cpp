#include "engine/merge/merge.hpp"

#include <gtest/gtest.h>

#include "fixtures/page_catalog.hpp"

namespace pagewright::merge {
namespace {

using document::Document;
using fixtures::page_catalog;

Document page(std::string_view components) {
  auto document = Document::parse(*json::parse(R"({"components":[)" + std::string(components) + "]}"), page_catalog());
  EXPECT_TRUE(document) << document.error().message << " at " << document.error().path;
  return std::move(*document);
}

std::string heading(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","component":"heading","props":{"text":")" + text + R"("}})";
}

std::string pair(const std::string& id, const std::string& nodes) {
  return R"({"id":")" + id + R"(","component":"pair","children":{"content":[)" + nodes + "]}}";
}

std::string text_of(const Merge& merge) {
  return json::serialize(merge.merged.to_json(document::Ranks::keep)) +
         json::serialize(conflicts_json(merge.conflicts));
}

// MERGE-16, MERGE-23
TEST(Merge, OneSideStandsWhereBothTogetherPassALimit) {
  const Document base = page(heading("a", "A"));
  const Document ours = page(heading("a", "A") + "," + heading("b", "B"));
  const Document theirs = page(heading("a", "A") + "," + heading("c", "C"));
  const document::Limits limits{.nodes = 2};
  const Merge made = merge(base, ours, theirs, page_catalog(), limits);
  ASSERT_EQ(made.conflicts.size(), 1u);
  EXPECT_EQ(made.conflicts.front().id, "limit");
  EXPECT_EQ(made.conflicts.front().sentence, "Both sides together pass a limit of the page");
  EXPECT_TRUE(made.merged == ours);
  const auto resolved = resolve(made, {{"limit", {Choice::theirs}}}, page_catalog(), limits);
  ASSERT_TRUE(resolved);
  EXPECT_EQ(json::serialize(resolved->merge.merged.to_json()), json::serialize(theirs.to_json()));
}

// MERGE-2, MERGE-16
TEST(Merge, OneSideStandsWhereANodeWouldHaveTooManyProps) {
  const auto card = [](const char* props) {
    return page(R"({"id":"c","component":"card","props":{)" + std::string(props) + "}}");
  };
  const Document ours = card(R"("title":"T")");
  const document::Limits limits{.registers = 1};
  const Merge made = merge(card(""), ours, card(R"("tags":["a"])"), page_catalog(), limits);
  ASSERT_EQ(made.conflicts.size(), 1u);
  EXPECT_EQ(made.conflicts.front().id, "limit");
  EXPECT_TRUE(made.merged == ours);
  // Exchanging one prop for another is no more props than there were, whichever comes first by its name.
  const Document exchanged = card(R"("link":"/x")");
  EXPECT_EQ(merge(ours, ours, exchanged, page_catalog(), limits).merged.to_json(), exchanged.to_json());
}

// MERGE-5
TEST(Merge, GivesTheSameBytesEachTime) {
  const Document base = page(heading("a", "A") + "," + pair("p", heading("b", "B")));
  const Document ours = page(heading("a", "X") + "," + pair("p", heading("b", "B") + "," + heading("o", "O")));
  const Document theirs = page(heading("a", "Y") + "," + pair("p", heading("b", "B") + "," + heading("t", "T")));
  EXPECT_EQ(text_of(merge(base, ours, theirs, page_catalog())), text_of(merge(base, ours, theirs, page_catalog())));
}

// MERGE-25
TEST(Merge, AChoiceMayBringUpAConflictThatIsResolvedInTurn) {
  // Theirs keeps x, which ours removed to make room for its own node: then the slot is too full.
  const Document base = page(pair("p", heading("x", "X") + "," + heading("y", "Y")));
  const Document ours = page(pair("p", heading("y", "Y") + "," + heading("o", "O")));
  const Document theirs = page(pair("p", heading("x", "Changed") + "," + heading("y", "Y")));
  const Merge made = merge(base, ours, theirs, page_catalog());
  ASSERT_EQ(made.conflicts.size(), 1u);
  EXPECT_EQ(made.conflicts.front().id, "removed:x");
  const auto kept = resolve(made, {{"removed:x", {Choice::both}}}, page_catalog());
  ASSERT_TRUE(kept);
  EXPECT_FALSE(kept->merge.is_clean());
  const auto settled = resolve(kept->merge, {{"slot:p:content", {Choice::theirs}}}, page_catalog());
  ASSERT_TRUE(settled) << settled.error().message;
  EXPECT_TRUE(settled->merge.is_clean());
  EXPECT_EQ(json::serialize(settled->merge.merged.to_json()), json::serialize(theirs.to_json()));
}

// MERGE-13, MERGE-27
TEST(Merge, ANodeThatTakesAnotherIdTakesWhatIsBelowItAlong) {
  const Document base = page("");
  const Document ours = page(pair("p", heading("a", "A")));
  const Document theirs = page(R"({"id":"p","component":"card","children":{"content":[)" + heading("b", "B") + "]}}");
  const Merge made = merge(base, ours, theirs, page_catalog());
  ASSERT_FALSE(made.conflicts.empty());
  const auto both = resolve(made, {{"inserted:p", {Choice::both}}}, page_catalog());
  ASSERT_TRUE(both) << both.error().message;
  EXPECT_EQ(
      json::serialize(both->merge.merged.to_json()),
      R"({"components":[{"id":"p","component":"pair","children":{"content":[{"id":"a","component":"heading","props":{"text":"A"}}]}},)"
      R"({"id":"p-2","component":"card","children":{"content":[{"id":"b","component":"heading","props":{"text":"B"}}]}}]})");
}

}  // namespace
}  // namespace pagewright::merge
