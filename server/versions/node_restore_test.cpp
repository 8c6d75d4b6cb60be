#include "server/versions/node_restore.hpp"

#include "engine/operation/checking/check_operation.hpp"

namespace pagewright::versions {
namespace {

using document::Document;
using operation::document_of;
using operation::test_catalog;

std::string text_of(const Document& document) {
  std::string out;
  document.append_json(out);
  return out;
}

// What becomes of `present` when node n comes back as it is in `version`; the detail of the refusal.
std::string restored(std::string_view version, std::string_view present) {
  const auto result =
      with_node_of(document_of(version), document::NodeId::parse("n").value(), document_of(present), test_catalog());
  return result ? text_of(*result) : result.error().detail;
}

std::string page(const std::string& nodes) {
  return text_of(document_of(R"({"components":[)" + nodes + "]}"));
}

const std::string old_n = R"({"id":"n","component":"text","props":{"text":"old"}})";
const std::string new_n = R"({"id":"n","component":"text","props":{"text":"new"}})";

std::string text(const std::string& id) {
  return R"({"id":")" + id + R"(","component":"text"})";
}
std::string box(const std::string& id, const std::string& children) {
  return R"({"id":")" + id + R"(","component":"box","children":{"content":[)" + children + "]}}";
}

TEST(NodeRestore, TakesOnlyThatNode) {
  EXPECT_EQ(restored(page(text("a") + "," + old_n), page(new_n + "," + text("b"))), page(old_n + "," + text("b")));
}

TEST(NodeRestore, LeavesTheNodeWhereItIsByNow) {
  EXPECT_EQ(restored(page(box("a", old_n)), page(box("a", "") + "," + text("b") + "," + new_n)),
            page(box("a", "") + "," + text("b") + "," + old_n));
}

TEST(NodeRestore, BringsBackWhatIsGoneWhereItStood) {
  const std::string version = page(text("a") + "," + old_n + "," + text("b") + "," + text("c"));
  EXPECT_EQ(restored(version, page(text("a") + "," + text("b") + "," + text("c"))), version);
  EXPECT_EQ(restored(version, page(text("x") + "," + text("c") + "," + text("a"))),
            page(text("x") + "," + old_n + "," + text("c") + "," + text("a")));
  EXPECT_EQ(restored(version, page(text("a"))), page(text("a") + "," + old_n));
}

TEST(NodeRestore, RestoresWhatIsBelow) {
  const std::string version = page(box("n", box("m", text("a")) + "," + text("b")));
  EXPECT_EQ(restored(version, page(box("n", text("x") + "," + box("m", "")))), version);
  // What was moved out comes back, and nothing is there twice.
  EXPECT_EQ(restored(version, page(text("a") + "," + box("n", "") + "," + box("m", text("y")))), version);
}

TEST(NodeRestore, TakesAnotherComponentBack) {
  EXPECT_EQ(restored(page(old_n), page(box("n", text("a")))), page(old_n));
}

TEST(NodeRestore, RefusesWhatCannotBePutBack) {
  EXPECT_EQ(restored(page(text("a")), page(new_n)), "The version has no such node.");
  EXPECT_EQ(restored(page(box("a", old_n)), page(text("b"))),
            "It stood in Box, which is no longer there: restore that one.");
  EXPECT_EQ(restored(page(box("n", box("m", ""))), page(box("m", box("n", "")))),
            "It would stand inside Box, which is a part of it: move it out first.");
  const std::string pair = R"({"id":"p","component":"pair","children":{"content":[)";
  EXPECT_EQ(restored(page(pair + old_n + "]}}"), page(pair + text("a") + "," + text("b") + "]}}")),
            "\"Content\" takes at most 2 nodes.");
}

}  // namespace
}  // namespace pagewright::versions
