#include "engine/diff/difference.hpp"

#include <gtest/gtest.h>

#include <random>

#include "engine/diff/rich_text_difference.hpp"
#include "engine/diff/sentences.hpp"
#include "engine/operation/operation.hpp"
#include "fixtures/page_catalog.hpp"

namespace pagewright::diff {
namespace {

using document::Document;
using fixtures::page_catalog;

Document page(std::string_view components) {
  auto document = Document::parse(*json::parse(components), page_catalog());
  EXPECT_TRUE(document) << document.error().message << " at " << document.error().path;
  return std::move(*document);
}

std::string text_of(const std::vector<Change>& changes, const Document& before, const Document& after) {
  json::Array out;
  for (const Change& change : changes) out.push_back(to_json(change, before, after));
  return json::serialize(out);
}

std::vector<std::string> told(const Document& before, const Document& after) {
  return sentences(difference(before, after), before, after, page_catalog());
}

constexpr const char* home =
    R"({"components":[{"id":"h","component":"heading","props":{"text":"Our clinic","level":1}},{"id":"s","component":"section","children":{"content":[{"id":"c1","component":"card","props":{"title":"Opening hours"}},{"id":"c2","component":"card"}]}},{"id":"g","component":"grid"}],"layout":{"title":"Home"}})";

// DIFF-1, DIFF-2, DIFF-4
TEST(Difference, NamesEachChangeByIdAndRegister) {
  const Document before = page(home);
  const Document after = page(
      R"({"components":[{"id":"h","component":"heading","props":{"text":"Our new clinic"},"styles":{"mobile":{"color":"red"}}},{"id":"g","component":"grid","children":{"content":[{"id":"c1","component":"card","props":{"title":"Opening hours"}},{"id":"n","component":"section","children":{"content":[{"id":"m","component":"text"}]}}]}}],"layout":{"title":"Start"}})");
  EXPECT_EQ(
      text_of(difference(before, after), before, after),
      R"([{"type":"page","key":"title","before":"Home","after":"Start","words":[{"removed":"Home"},{"inserted":"Start"}]},)"
      R"({"type":"prop","id":"h","key":"level","before":1},)"
      R"({"type":"prop","id":"h","key":"text","before":"Our clinic","after":"Our new clinic","words":[{"kept":"Our "},{"inserted":"new "},{"kept":"clinic"}]},)"
      R"({"type":"style","id":"h","breakpoint":"mobile","property":"color","after":"red"},)"
      R"({"type":"moved","id":"c1","from":{"parent":"s","slot":"content","before":"c2"},"to":{"parent":"g","slot":"content","before":"n"}},)"
      R"({"type":"inserted","id":"n","component":"section","nodes":2,"to":{"parent":"g","slot":"content","before":null}},)"
      R"({"type":"removed","id":"s","component":"section","nodes":2,"from":{"parent":null,"slot":"components","before":"g"}}])");
}

// DIFF-6, DIFF-7
TEST(Difference, ReadsAsSentences) {
  const Document before = page(home);
  EXPECT_EQ(told(before, page(R"({"components":[
      {"id":"g","component":"grid","props":{"columns":3},"styles":{"base":{"gap":"1rem"},"mobile":{"gap":"0"}},"children":{"content":[{"id":"c1","component":"card","props":{"title":"Opening hours"}}]}},
      {"id":"h","component":"heading","props":{"text":"Our clinic in the middle of the old town of Zürich","level":2}},
      {"id":"n","component":"section","props":{"title":"Team"},"children":{"content":[{"id":"m","component":"text"}]}}],
      "layout":{"social_image":"x.png"}})")),
            (std::vector<std::string>{
                "Page → social image changed",
                "Page → title changed",
                "Grid moved within the page",
                "Grid → columns, gap and gap on mobile changed",
                "Card “Opening hours” moved into Grid",
                "Heading “Our clinic in the middle of the old…” → level and text changed",
                "1 node removed with Section",
                "Section “Team” inserted, with 1 node inside",
            }));
  EXPECT_EQ(
      told(
          before,
          page(
              R"({"components":[{"id":"h","component":"card","props":{"title":"Our clinic"}},{"id":"c2","component":"card","props":{"link":"/a","tags":["x"],"title":"T"},"styles":{"base":{"gap":"1px"}}},{"id":"g","component":"grid"}],"layout":{"title":"Home"}})")),
      (std::vector<std::string>{
          "Heading “Our clinic” replaced with Card “Our clinic”",
          "Card “T” moved to the page",
          "Card “T” → URL, tags and 2 more changed",
          "1 node removed with Section",
      }));
}

// DIFF-1, DIFF-7
TEST(Difference, TellsTheSettingsOfNodes) {
  const auto text = [](std::string_view settings) {
    return page(R"({"components":[{"id":"h","component":"heading","settings":)" + std::string(settings) +
                R"(,"props":{"text":"Our clinic"}}]})");
  };
  EXPECT_EQ(told(text("{}"), text(R"({"name":"Top","hidden":true,"locked":true})")),
            (std::vector<std::string>{"Heading “Top” hidden", "Heading “Top” locked", "Heading “Top” → name changed"}));
  EXPECT_EQ(told(text(R"({"hidden":true,"locked":true})"), text("{}")),
            (std::vector<std::string>{"Heading “Our clinic” shown again", "Heading “Our clinic” unlocked"}));
  const Document before = text(R"({"name":"Top"})");
  const Document after = text("{}");
  EXPECT_EQ(text_of(difference(before, after), before, after),
            R"([{"type":"setting","id":"h","key":"name","before":"Top"}])");
}

// DIFF-3
TEST(Difference, IsEmptyForEqualDocumentsWhateverTheirRanks) {
  const Document document = page(home);
  EXPECT_TRUE(difference(document, document).empty());
  std::string text;
  document.append_json(text);
  Document moved = document;
  for (const char* id : {"c1", "c2"}) {
    operation::MoveNode move{*document::NodeId::parse(id), {*document::NodeId::parse("s"), "content", "x"}};
    move.place.rank += id[1];
    ASSERT_TRUE(operation::apply(moved, move, page_catalog()));
  }
  EXPECT_TRUE(difference(document, moved).empty());
}

// DIFF-5
TEST(Difference, MovesOnlyWhatIsOutOfOrder) {
  const auto list = [](std::initializer_list<const char*> ids) {
    std::string out;
    for (const char* id : ids)
      out += std::string(out.empty() ? "" : ",") + R"({"id":")" + id + R"(","component":"text"})";
    return page(R"({"components":[)" + out + "]}");
  };
  const auto moved = difference(list({"a", "b", "c", "d"}), list({"x", "b", "c", "d", "a"}));
  ASSERT_EQ(moved.size(), 2u);
  EXPECT_EQ(std::get<Inserted>(moved[0]).id.text(), "x");
  EXPECT_EQ(std::get<Moved>(moved[1]).id.text(), "a");
}

// DIFF-8
TEST(Difference, CostsWhatDiffers) {
  std::string nodes;
  for (int i = 0; i < 5000; ++i)
    nodes += std::string(i ? "," : "") + R"({"id":"n)" + std::to_string(i) + R"(","component":"heading"})";
  const Document before = page(R"({"components":[)" + nodes + "]}");
  Document after = before;
  const operation::SetProp set{*document::NodeId::parse("n77"), "text", std::make_shared<const json::Value>("x")};
  ASSERT_TRUE(operation::apply(after, set, page_catalog()));
  std::size_t visited = 0;
  Document::for_each_difference(before, after, [&](const auto&, const auto*, const auto*) { ++visited; });
  EXPECT_EQ(visited, 1u);
  EXPECT_EQ(difference(before, after).size(), 1u);
}

// DIFF-3, DIFF-5
TEST(Difference, SeesEachMoveWhicheverRankDiffers) {
  const Document before = page(R"({"components":[{"id":"a","component":"text"},{"id":"b","component":"text"}]})");
  for (const auto& [id, rank] : {std::pair{"a", "z"}, {"b", "1"}}) {
    Document after = before;
    const operation::MoveNode move{*document::NodeId::parse(id), {document::NodeId(), "components", rank}};
    ASSERT_TRUE(operation::apply(after, move, page_catalog()));
    EXPECT_EQ(difference(before, after).size(), 1u);
  }
}

json::Value rich(std::string_view content) {
  return *json::parse(R"({"type":"doc","content":)" + std::string(content) + "}");
}

// DIFF-13, DIFF-14
TEST(RichTextDifference, ComparesLineByLineAndThenByWords) {
  const auto lines = rich_text_difference(
      rich(
          R"([{"type":"paragraph","content":[{"type":"text","text":"Kept."}]},{"type":"paragraph","content":[{"type":"text","text":"We open at eight."}]},{"type":"horizontalRule"},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"Monday"}]}]}]}])"),
      rich(
          R"([{"type":"paragraph","content":[{"type":"text","text":"Kept."}]},{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"We open at nine."}]},{"type":"horizontalRule"},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"Monday","marks":[{"type":"bold"}]}]}]},{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"Friday"}]}]}]}])"));
  EXPECT_EQ(
      json::serialize(to_json(lines)),
      R"([{"change":"kept","block":"paragraph","runs":[{"kept":"Kept."}]},)"
      R"({"change":"changed","block":"heading","blockBefore":"paragraph","runs":[{"kept":"We open at "},{"removed":"eight"},{"inserted":"nine"},{"kept":"."}]},)"
      R"({"change":"kept","block":"horizontalRule","runs":[]},)"
      R"({"change":"changed","block":"bulletList/listItem/paragraph","formatting":true,"runs":[{"kept":"Monday"}]},)"
      R"({"change":"inserted","block":"bulletList/listItem/paragraph","runs":[{"inserted":"Friday"}]}])");
}

// DIFF-13
TEST(RichTextDifference, TakesPlainTextsAndAnythingElse) {
  const auto lines =
      rich_text_difference("one\ntwo", rich(R"([{"type":"paragraph","content":[{"type":"text","text":"two"}]}])"));
  EXPECT_FALSE(lines.empty());
  EXPECT_TRUE(rich_text_difference(json::Value(7), json::Value(nullptr)).empty());
}

}  // namespace
}  // namespace pagewright::diff
