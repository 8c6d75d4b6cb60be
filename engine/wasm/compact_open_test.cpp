#include <gtest/gtest.h>

#include "engine/wasm/calls.hpp"

namespace pagewright::wasm {
namespace {

constexpr std::string_view library =
    R"({"call":"load_library","tokens":{},"baseCss":"","components":[{"definition":{"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"}},"props":{"type":"object","properties":{"title":{"type":"string","title":"Title","default":"T"}}}},"template":"<div class=\"pw-box\">{{ title }}{% slot \"content\" %}</div>","style":""}]})";
constexpr std::string_view page =
    R"("document":{"components":[{"id":"a","component":"box","props":{"title":"ä"},"children":{"content":[{"id":"c","component":"box"},{"id":"b","component":"box"}]}}],"layout":{"title":"Home"}},"context":{"name":"P"}})";

// What stands behind the 4 bytes of a frame; its length must be what they say.
std::string_view unframed(std::string_view frame) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i)
    length |= static_cast<std::size_t>(static_cast<unsigned char>(frame[i])) << (8 * i);
  EXPECT_EQ(length, frame.size() - 4);
  return frame.substr(4);
}

class CompactOpen : public testing::Test {
 protected:
  CompactOpen() { EXPECT_EQ(calls_.answer(library), R"({"ok":true})"); }

  json::Value answer(std::string_view arguments) {
    return *json::parse(calls_.answer(R"({"call":"open",)" + std::string(arguments) + std::string(page)));
  }

  Calls calls_;
};

// WASM-16
TEST_F(CompactOpen, PutsTheMarkupBesideAnAnswerWithoutNodes) {
  const json::Value whole = answer("");
  const json::Value compact = answer(R"("compact":true,)");
  EXPECT_EQ(compact.at("ok"), true);
  EXPECT_EQ(json::find(compact, "html"), nullptr);
  EXPECT_EQ(unframed(calls_.framed_markup()), json::find_string(whole, "html"));
  const json::Value& tree = compact.at("tree");
  EXPECT_EQ(json::find(tree, "nodes"), nullptr);
  EXPECT_TRUE(json::equal(tree.at("children"), whole.at("tree").at("children")));
  EXPECT_TRUE(json::equal(tree.at("layout"), whole.at("tree").at("layout")));
}

// WASM-16
TEST_F(CompactOpen, FramesTheAnswerItself) {
  const std::string expected(calls_.answer(R"({"call":"document"})"));
  EXPECT_EQ(unframed(calls_.framed_answer()), expected);
  (void)answer(R"("compact":true,)");
  EXPECT_NE(unframed(calls_.framed_markup()), "");
  (void)calls_.answer("no JSON");
  EXPECT_TRUE(unframed(calls_.framed_answer()).starts_with(R"({"ok":false)"));
  EXPECT_EQ(unframed(calls_.framed_markup()), "");
}

// WASM-16
TEST_F(CompactOpen, IsRefusedLikeTheOther) {
  const json::Value refused = *json::parse(calls_.answer(R"({"call":"open","compact":true,"document":1})"));
  EXPECT_EQ(refused.at("ok"), false);
  EXPECT_EQ(unframed(calls_.framed_markup()), "");
}

// WASM-16
TEST_F(CompactOpen, ChangesFollowAsAfterTheOther) {
  (void)answer(R"("compact":true,)");
  const json::Value change = *json::parse(calls_.answer(
      R"({"call":"apply","transaction":{"id":"t","label":"L","operations":[{"type":"set_prop","id":"b","key":"title","value":"B"}]}})"));
  ASSERT_EQ(change.at("ok"), true);
  EXPECT_EQ(change.at("patches").as_array().size(), 1u);
  EXPECT_EQ(change.at("tree").at("nodes").as_object().size(), 1u);
}

}  // namespace
}  // namespace pagewright::wasm
