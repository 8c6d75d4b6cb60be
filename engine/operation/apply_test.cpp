#include "engine/operation/checking/check_operation.hpp"

namespace pagewright::operation {
namespace {

constexpr const char* page =
    R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"t1","component":"text","props":{"text":"one"}},{"id":"t2","component":"text"}]}},{"id":"b","component":"box"},{"id":"p","component":"pair","children":{"content":[{"id":"x","component":"text"},{"id":"y","component":"text"}]}},{"id":"f","component":"form"}],"layout":{"title":"Home"}})";

std::string page_with(std::string_view from, std::string_view to) {
  std::string text = page;
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// OPERATION-5
TEST(InsertNode, PutsASubtreeBeforeASiblingOrAtTheEnd) {
  check_operation(
      page,
      R"({"type":"insert_node","place":{"parent":"a","slot":"content","before":"t2"},"node":{"id":"n","component":"box","children":{"content":[{"id":"m","component":"text","styles":{"base":{"color":"red"}}}]}}})",
      page_with(
          R"({"id":"t2")",
          R"({"id":"n","component":"box","children":{"content":[{"id":"m","component":"text","styles":{"base":{"color":"red"}}}]}},{"id":"t2")"));
  check_operation(
      page,
      R"({"type":"insert_node","place":{"parent":null,"slot":"components","before":null},"node":{"id":"n","component":"text"}})",
      page_with(R"({"id":"f","component":"form"})", R"({"id":"f","component":"form"},{"id":"n","component":"text"})"));
}

// OPERATION-5
TEST(InsertNode, IsRefusedWhereItDoesNotFit) {
  const auto insert = [](std::string_view parent, std::string_view slot, std::string_view node) {
    return R"({"type":"insert_node","place":{"parent":)" + std::string(parent) + R"(,"slot":")" + std::string(slot) +
           R"(","rank":"V"},"node":)" + std::string(node) + "}";
  };
  check_refused(page, insert("\"gone\"", "content", R"({"id":"n","component":"text"})"), ErrorCode::gone);
  check_refused(page, insert("\"p\"", "content", R"({"id":"n","component":"text"})"), ErrorCode::slot_full);
  check_refused(page, insert("\"a\"", "content", R"({"id":"t1","component":"text"})"), ErrorCode::duplicate_id);
  check_refused(page, insert("\"a\"", "other", R"({"id":"n","component":"text"})"), ErrorCode::unknown_slot);
  check_refused(page, insert("null", "content", R"({"id":"n","component":"text"})"), ErrorCode::unknown_slot);
  check_refused(page, insert("\"f\"", "fields", R"({"id":"n","component":"text"})"), ErrorCode::slot_refuses);
  check_refused(page, insert("null", "components", R"({"id":"n","component":"none"})"), ErrorCode::unknown_component);
  check_refused(page, insert("null", "components", R"({"id":"n","component":"text","props":{"nope":1}})"),
                ErrorCode::unknown_prop);
  check_refused(page, insert("null", "components", R"({"id":"n","component":"text","props":{"size":10}})"),
                ErrorCode::invalid_prop);
  check_refused(page, insert("null", "components", R"({"id":"n n","component":"text"})"), ErrorCode::invalid_operation);
}

// OPERATION-6
TEST(RemoveNode, TakesAllBelowWithIt) {
  check_operation(
      page, R"({"type":"remove_node","id":"a"})",
      page_with(
          R"({"id":"a","component":"box","children":{"content":[{"id":"t1","component":"text","props":{"text":"one"}},{"id":"t2","component":"text"}]}},)",
          ""));
  check_operation(page, R"({"type":"remove_node","id":"t1"})",
                  page_with(R"({"id":"t1","component":"text","props":{"text":"one"}},)", ""));
  check_refused(page, R"({"type":"remove_node","id":"gone"})", ErrorCode::gone);
}

// OPERATION-7
TEST(MoveNode, MovesWithinAndBetweenSlots) {
  check_operation(page, R"({"type":"move_node","id":"t2","place":{"parent":"a","slot":"content","before":"t1"}})",
                  page_with(R"({"id":"t1","component":"text","props":{"text":"one"}},{"id":"t2","component":"text"})",
                            R"({"id":"t2","component":"text"},{"id":"t1","component":"text","props":{"text":"one"}})"));
  check_operation(
      page, R"({"type":"move_node","id":"b","place":{"parent":"a","slot":"content","before":null}})",
      R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"t1","component":"text","props":{"text":"one"}},{"id":"t2","component":"text"},{"id":"b","component":"box"}]}},{"id":"p","component":"pair","children":{"content":[{"id":"x","component":"text"},{"id":"y","component":"text"}]}},{"id":"f","component":"form"}],"layout":{"title":"Home"}})");
  check_operation(page, R"({"type":"move_node","id":"x","place":{"parent":"p","slot":"content","before":null}})",
                  page_with(R"({"id":"x","component":"text"},{"id":"y","component":"text"})",
                            R"({"id":"y","component":"text"},{"id":"x","component":"text"})"));
  check_operation(page, R"({"type":"move_node","id":"t1","place":{"parent":"a","slot":"content","before":"t1"}})",
                  page);
}

// OPERATION-7
TEST(MoveNode, IsRefusedWhereItWouldMakeACycleOrNotFit) {
  check_refused(page, R"({"type":"move_node","id":"a","place":{"parent":"a","slot":"content","rank":"V"}})",
                ErrorCode::cycle);
  check_refused(page, R"({"type":"move_node","id":"gone","place":{"parent":"a","slot":"content","rank":"V"}})",
                ErrorCode::gone);
  check_refused(page, R"({"type":"move_node","id":"a","place":{"parent":"gone","slot":"content","rank":"V"}})",
                ErrorCode::gone);
  check_refused(page, R"({"type":"move_node","id":"t1","place":{"parent":"p","slot":"content","rank":"V"}})",
                ErrorCode::slot_full);
  check_refused(page, R"({"type":"move_node","id":"t1","place":{"parent":"f","slot":"fields","rank":"V"}})",
                ErrorCode::slot_refuses);
  check_refused(page, R"({"type":"move_node","id":"t1","place":{"parent":"b","slot":"content","before":"t2"}})",
                ErrorCode::gone);
}

// OPERATION-16
TEST(SetNode, SetsAndUnsets) {
  const auto set = [](std::string_view key, std::string_view value) {
    return R"({"type":"set_node","id":"b","key":")" + std::string(key) + "\"" + std::string(value) + "}";
  };
  const std::string named =
      page_with(R"("id":"b","component":"box")", R"("id":"b","component":"box","settings":{"name":"Intro"})");
  check_operation(page, set("name", R"(,"value":"Intro")"), named);
  check_operation(named, set("name", ""), page);
  check_operation(named, set("name", R"(,"value":null)"), page);
  check_operation(page, set("hidden", R"(,"value":false)"), page);
  check_operation(named, set("hidden", R"(,"value":true)"),
                  page_with(R"("id":"b","component":"box")",
                            R"("id":"b","component":"box","settings":{"hidden":true,"name":"Intro"})"));
}

// OPERATION-16
TEST(SetNode, IsRefusedWhereItIsNoSetting) {
  const auto set = [](std::string_view id, std::string_view key, std::string_view value) {
    return R"({"type":"set_node","id":")" + std::string(id) + R"(","key":")" + std::string(key) + R"(","value":)" +
           std::string(value) + "}";
  };
  check_refused(page, set("gone", "name", R"("Intro")"), ErrorCode::gone);
  check_refused(page, set("b", "colour", "true"), ErrorCode::invalid_prop);
  check_refused(page, set("b", "hidden", "1"), ErrorCode::invalid_prop);
  check_refused(page, set("b", "name", "\"\""), ErrorCode::invalid_prop);
  check_refused(page, set("b", "name", R"("two\nlines")"), ErrorCode::invalid_prop);
  check_refused(page, set("b", "name", "\"" + std::string(101, 'x') + "\""), ErrorCode::invalid_prop);
}

// OPERATION-8
TEST(SetProp, SetsAndUnsets) {
  check_operation(page, R"({"type":"set_prop","id":"t1","key":"text","value":"two"})",
                  page_with(R"("text":"one")", R"("text":"two")"));
  check_operation(page, R"({"type":"set_prop","id":"t1","key":"text"})", page_with(R"(,"props":{"text":"one"})", ""));
  check_operation(
      page, R"({"type":"set_prop","id":"t2","key":"size","value":3})",
      page_with(R"({"id":"t2","component":"text"})", R"({"id":"t2","component":"text","props":{"size":3}})"));
  check_refused(page, R"({"type":"set_prop","id":"t1","key":"size","value":"big"})", ErrorCode::invalid_prop);
  check_refused(page, R"({"type":"set_prop","id":"t1","key":"colour","value":"red"})", ErrorCode::unknown_prop);
  check_refused(page, R"({"type":"set_prop","id":"gone","key":"text","value":"x"})", ErrorCode::gone);
}

// OPERATION-9
TEST(SetStyle, SetsAndUnsetsPerBreakpoint) {
  check_operation(page,
                  R"({"type":"set_style","id":"b","breakpoint":"mobile","property":"color","value":"{color.primary}"})",
                  page_with(R"({"id":"b","component":"box"})",
                            R"({"id":"b","component":"box","styles":{"mobile":{"color":"{color.primary}"}}})"));
  check_operation(page, R"({"type":"set_style","id":"b","breakpoint":"base","property":"color"})", page);
  check_refused(page, R"({"type":"set_style","id":"b","breakpoint":"base","property":"behavior","value":"x"})",
                ErrorCode::invalid_style);
  check_refused(page, R"({"type":"set_style","id":"b","breakpoint":"base","property":"color","value":"red;}x{"})",
                ErrorCode::invalid_style);
  check_refused(page, R"({"type":"set_style","id":"b","breakpoint":"watch","property":"color","value":"red"})",
                ErrorCode::invalid_operation);
}

// OPERATION-10
TEST(SetPage, SetsAndUnsetsSettings) {
  check_operation(page, R"({"type":"set_page","key":"title","value":"Start"})", page_with("Home", "Start"));
  check_operation(page, R"({"type":"set_page","key":"language","value":"de-CH"})",
                  page_with(R"("title":"Home")", R"("language":"de-CH","title":"Home")"));
  check_operation(page, R"({"type":"set_page","key":"title"})", page_with(R"(,"layout":{"title":"Home"})", ""));
  check_refused(page, R"({"type":"set_page","key":"language","value":"x y"})", ErrorCode::invalid_prop);
  check_refused(page, R"({"type":"set_page","key":"color_scheme","value":"blue"})", ErrorCode::invalid_prop);
}

// OPERATION-13
TEST(Operation, RefusesWhatIsNone) {
  for (const char* source : {"1", "{}", R"({"type":"explode"})", R"({"type":"insert_node"})",
                             R"({"type":"remove_node","id":7})", R"({"type":"move_node","id":"a"})",
                             R"({"type":"move_node","id":"a","place":{"parent":"b","slot":"content","rank":"0"}})"})
    check_refused(page, source, ErrorCode::invalid_operation);
}

// OPERATION-14
TEST(Operation, StopsAtTheLimits) {
  document::Document document = document_of(page);
  const auto insert = operation_from_json(
      *json::parse(
          R"({"type":"insert_node","place":{"parent":"a","slot":"content","rank":"V"},"node":{"id":"n","component":"text"}})"),
      document, test_catalog());
  EXPECT_EQ(apply(document, *insert, test_catalog(), {.nodes = document.size()}).error().code,
            ErrorCode::limit_exceeded);
  EXPECT_EQ(apply(document, *insert, test_catalog(), {.depth = 1}).error().code, ErrorCode::limit_exceeded);
  EXPECT_TRUE(apply(document, *insert, test_catalog(), {.nodes = document.size() + 1, .depth = 2}));
}

// OPERATION-11
TEST(Transaction, IsAppliedWholeOrNotAtAll) {
  document::Document document = document_of(page);
  const auto transaction = transaction_from_json(
      *json::parse(
          R"({"id":"c-1","label":"Both","operations":[{"type":"set_prop","id":"t1","key":"text","value":"changed"},{"type":"set_prop","id":"t1","key":"size","value":99}]})"),
      document, test_catalog());
  ASSERT_TRUE(transaction);
  for (const OnConflict on_conflict : {OnConflict::refuse, OnConflict::leave_out}) {
    EXPECT_EQ(apply(document, transaction->operations, on_conflict, test_catalog()).error().code,
              ErrorCode::invalid_prop);
    EXPECT_TRUE(document == document_of(page));
  }
}

// OPERATION-11
TEST(Transaction, LeavesOutWhatConflictsInTheServersOrder) {
  document::Document document = document_of(page);
  const auto transaction = transaction_from_json(
      *json::parse(
          R"({"id":"c-1","operations":[{"type":"remove_node","id":"gone"},{"type":"set_prop","id":"t1","key":"text","value":"changed"}]})"),
      document, test_catalog());
  EXPECT_FALSE(apply(document, transaction->operations, OnConflict::refuse, test_catalog()));
  const auto applied = apply(document, transaction->operations, OnConflict::leave_out, test_catalog());
  ASSERT_TRUE(applied);
  EXPECT_EQ(applied->operations.size(), 1u);
  EXPECT_EQ(json::view(document.find(*document::NodeId::parse("t1"))->props.find("text")->get_string()), "changed");
}

// OPERATION-12
TEST(Transaction, PlacesBySiblingsAsTheyAreWhenTheirTurnComes) {
  document::Document document = document_of(page);
  const auto transaction = transaction_from_json(
      *json::parse(
          R"({"id":"c-1","operations":[{"type":"insert_node","place":{"parent":"b","slot":"content"},"node":{"id":"n1","component":"text"}},{"type":"insert_node","place":{"parent":"b","slot":"content","before":"n1"},"node":{"id":"n2","component":"text"}}]})"),
      document, test_catalog());
  ASSERT_TRUE(transaction) << transaction.error().message;
  ASSERT_TRUE(apply(document, transaction->operations, OnConflict::refuse, test_catalog()));
  const auto children = document.children(*document::NodeId::parse("b"), "content");
  ASSERT_EQ(children.size(), 2u);
  EXPECT_EQ(children[0].id.text(), "n2");
}

}  // namespace
}  // namespace pagewright::operation
