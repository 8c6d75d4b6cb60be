#include "engine/wasm/calls.hpp"

#include <gtest/gtest.h>

namespace pagewright::wasm {
namespace {

constexpr const char* load =
    R"({"call":"load_library","tokens":{},"baseCss":"","components":[{"definition":{"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"}},"props":{"type":"object","properties":{"title":{"type":"string","title":"Title","default":"T"}}}},"template":"<div class=\"pw-box\">{{ title }}{% slot \"content\" %}</div>","style":""}]})";

json::Value answer(Calls& calls, std::string_view request) {
  const auto parsed = json::parse(calls.answer(request));
  EXPECT_TRUE(parsed) << calls.answer(request);
  return *parsed;
}

std::string code_of(const json::Value& answer) {
  const json::Value* error = json::find(answer, "error");
  return error ? std::string(json::find_string(*error, "code").value_or("?")) : "";
}

Calls opened() {
  Calls calls;
  EXPECT_EQ(calls.answer(load), R"({"ok":true})");
  EXPECT_EQ(
      code_of(answer(
          calls, R"({"call":"open","document":{"components":[{"id":"a","component":"box"}]},"context":{"name":"P"}})")),
      "");
  return calls;
}

// WASM-1, WASM-3, WASM-4
TEST(Calls, AnswerAnyBytes) {
  Calls calls;
  for (const char* request :
       {"", "{", "null", "{}", R"({"call":7})", R"({"call":"nope"})", R"({"call":"open","document":{}})",
        R"({"call":"undo","id":"x"})", R"({"call":"load_library"})",
        R"({"call":"load_library","components":[{}],"tokens":{},"baseCss":""})"})
    EXPECT_FALSE(code_of(answer(calls, request)).empty()) << request;
}

// WASM-9, ESCAPE-16
TEST(Calls, ALibraryRefusesRichTextWhereItsBlocksAndLinksCannotStand) {
  const auto faults_of = [](std::string_view element) {
    std::string source = load;
    const std::string_view whole = R"({{ title }}{% slot \"content\" %})";
    source.replace(source.find(whole), whole.size(),
                   R"({% slot \"content\" %}<)" + std::string(element) + "><i>{{ title | rich_text }}</i></" +
                       std::string(element) + ">");
    Calls calls;
    const json::Value loaded = answer(calls, source);
    return loaded.at("ok").as_bool() ? std::string() : json::serialize(loaded.at("diagnostics").at(0).at("message"));
  };
  EXPECT_EQ(faults_of("div"), "");
  EXPECT_TRUE(faults_of("a").contains("<a> ends the <a> around it")) << faults_of("a");
  EXPECT_TRUE(faults_of("p").contains("<div> ends the <p> around it")) << faults_of("p");
  EXPECT_TRUE(faults_of("select").contains("A <select> holds")) << faults_of("select");
}

// WASM-6
TEST(Calls, OpenAnswersCanvasAndTree) {
  Calls calls = opened();
  const json::Value opened = answer(
      calls,
      R"({"call":"open","document":{"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"box"}]}}],"layout":{"title":"X"}}})");
  EXPECT_NE(json::find_string(opened, "html")->find("data-node=\"b\""), std::string_view::npos);
  EXPECT_EQ(json::serialize(opened.at("tree").at("children")), R"({"":{"components":["a"]},"a":{"content":["b"]}})");
  EXPECT_EQ(json::serialize(opened.at("tree").at("nodes").at("b")),
            R"({"component":"box","props":{},"styles":{},"parent":"a","slot":"content"})");
  EXPECT_EQ(json::serialize(opened.at("tree").at("layout")), R"({"title":"X"})");
}

// WASM-7
TEST(Calls, UndoSaysWhereOnlyAPortionIsDone) {
  Calls calls = opened();
  answer(
      calls,
      R"({"call":"apply","transaction":{"id":"c-1","label":"Edit","operations":[{"type":"set_prop","id":"a","key":"title","value":"New"},{"type":"set_page","key":"title","value":"X"}]}})");
  const json::Value portion = answer(calls, R"({"call":"undo","id":"c-2","mostBytes":50})");
  EXPECT_TRUE(portion.at("unfinished").as_bool());
  EXPECT_EQ(portion.at("undoLabel").as_string(), "Edit");
  const json::Value rest = answer(calls, R"({"call":"undo","id":"c-3","mostBytes":50})");
  EXPECT_FALSE(rest.as_object().contains("unfinished"));
  EXPECT_EQ(rest.at("redoLabel").as_string(), "Edit");
  EXPECT_EQ(code_of(answer(calls, R"({"call":"redo","id":"c-4","mostBytes":0})")), "invalid_request");
}

// WASM-7, WASM-8
TEST(Calls, ApplyAnswersWhatToSendAndWhatChanged) {
  Calls calls = opened();
  const json::Value changed = answer(
      calls,
      R"({"call":"apply","transaction":{"id":"c-1","label":"Edit Title","operations":[{"type":"set_prop","id":"a","key":"title","value":"New"}]}})");
  EXPECT_EQ(
      json::serialize(changed.at("transaction")),
      R"({"id":"c-1","label":"Edit Title","operations":[{"type":"set_prop","id":"a","key":"title","value":"New"}]})");
  EXPECT_EQ(changed.at("patches").as_array().size(), 1u);
  EXPECT_EQ(
      json::serialize(changed.at("tree")),
      R"({"nodes":{"a":{"component":"box","props":{"title":"New"},"styles":{},"parent":null,"slot":"components"}},"children":{},"removed":[]})");
  EXPECT_EQ(changed.at("undoLabel").as_string(), "Edit Title");
  EXPECT_TRUE(changed.at("redoLabel").is_null());
  EXPECT_EQ(answer(calls, R"({"call":"pending"})").at("transactions").as_array().size(), 1u);

  const json::Value undone = answer(calls, R"({"call":"undo","id":"c-2"})");
  EXPECT_EQ(undone.at("redoLabel").as_string(), "Edit Title");
  EXPECT_EQ(json::serialize(answer(calls, R"({"call":"document"})").at("document")),
            R"({"components":[{"id":"a","component":"box"}]})");
  for (const char* id : {"c-1", "c-2"})
    EXPECT_EQ(code_of(answer(calls, R"({"call":"acknowledge","id":")" + std::string(id) + "\"}")), "");
  EXPECT_TRUE(answer(calls, R"({"call":"pending"})").at("transactions").as_array().empty());
}

// WASM-8
TEST(Calls, ReceiveRemovesWhatSomebodyElseRemoved) {
  Calls calls = opened();
  const json::Value changed =
      answer(calls, R"({"call":"receive","transaction":{"id":"d-1","operations":[{"type":"remove_node","id":"a"}]}})");
  EXPECT_EQ(json::serialize(changed.at("tree")), R"({"nodes":{},"children":{"":{}},"removed":["a"]})");
  EXPECT_TRUE(changed.at("transaction").is_null());
}

// WASM-5
TEST(Calls, AFaultIsAnErrorWithItsPath) {
  Calls calls = opened();
  const json::Value refused = answer(
      calls,
      R"({"call":"apply","transaction":{"id":"c-1","operations":[{"type":"set_prop","id":"a","key":"title","value":7}]}})");
  EXPECT_EQ(code_of(refused), "invalid_prop");
  EXPECT_EQ(refused.at("error").at("path").as_string(), "a/title");
}

// WASM-9
TEST(Calls, LoadLibraryAnswersDiagnostics) {
  Calls calls;
  const json::Value answered = answer(
      calls,
      R"({"call":"load_library","tokens":{},"baseCss":"","components":[{"definition":{"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","props":{"type":"object","properties":{}}},"template":"<div class=\"pw-box\">\n{{ x </div>","style":""}]})");
  EXPECT_FALSE(answered.at("ok").as_bool());
  EXPECT_EQ(answered.at("diagnostics").as_array().front().at("line").to_number<int>(), 2);
}

// WASM-10
TEST(Calls, RenderComponentGivesASamplesNodesIds) {
  Calls calls = opened();
  const json::Value rendered = answer(
      calls,
      R"({"call":"render_component","component":"box","props":{"title":"<S>"},"children":{"content":[{"component":"box"}]},"context":{"name":"Sample"}})");
  EXPECT_NE(
      json::find_string(rendered, "html")->find("<div class=\"pw-box\">&lt;S&gt;<div class=\"pw-box\">T</div></div>"),
      std::string_view::npos);
}

// WASM-13
TEST(Calls, SubtreeAnswersANodeWithoutRanks) {
  Calls calls = opened();
  answer(
      calls,
      R"({"call":"apply","transaction":{"id":"c-1","operations":[{"type":"insert_node","place":{"parent":"a","slot":"content","rank":"k"},"node":{"id":"b","component":"box"}}]}})");
  EXPECT_EQ(json::serialize(answer(calls, R"({"call":"subtree","id":"a"})").at("node")),
            R"({"id":"a","component":"box","children":{"content":[{"id":"b","component":"box"}]}})");
  for (const char* id : {"gone", "", "a b"})
    EXPECT_EQ(code_of(answer(calls, R"({"call":"subtree","id":")" + std::string(id) + "\"}")), "gone");
}

// WASM-3, WASM-5
TEST(Calls, AcknowledgeTakesWhatTheServerLeft) {
  Calls calls = opened();
  answer(
      calls,
      R"({"call":"apply","transaction":{"id":"c-1","operations":[{"type":"set_prop","id":"a","key":"title","value":"1"},{"type":"set_page","key":"title","value":"2"}]}})");
  EXPECT_EQ(code_of(answer(calls, R"({"call":"acknowledge","id":"c-1","operations":7})")), "invalid_operation");
  EXPECT_EQ(code_of(answer(calls, R"({"call":"acknowledge","id":"c-7"})")), "gone");
  const json::Value acknowledged = answer(
      calls, R"({"call":"acknowledge","id":"c-1","operations":[{"type":"set_page","key":"title","value":"2"}]})");
  EXPECT_EQ(json::serialize(answer(calls, R"({"call":"document"})").at("document")),
            R"({"components":[{"id":"a","component":"box"}],"layout":{"title":"2"}})");
  EXPECT_EQ(acknowledged.at("patches").as_array().size(), 1u);
}

// WASM-11
TEST(Calls, ResetPutsPendingEditsOntoTheNewBase) {
  Calls calls = opened();
  const json::Value reset = answer(
      calls,
      R"({"call":"reset","document":{"components":[{"id":"z","component":"box"}]},"pending":[{"id":"c-9","operations":[{"type":"set_prop","id":"z","key":"title","value":"Kept"}]}]})");
  EXPECT_NE(json::find_string(reset, "html")->find("Kept"), std::string_view::npos);
  EXPECT_EQ(answer(calls, R"({"call":"pending"})").at("transactions").as_array().size(), 1u);
}

// WASM-11
TEST(Calls, ResetLeavesOutWhatCannotBeReadAnyMore) {
  Calls calls = opened();
  const json::Value reset = answer(
      calls,
      R"({"call":"reset","document":{"components":[{"id":"z","component":"box"}]},"pending":[{"id":"c-8","operations":[{"type":"insert_node","place":{"parent":null,"slot":"components","rank":"k"},"node":{"id":"n","component":"gone"}}]},{"id":"c-9","operations":[{"type":"set_prop","id":"z","key":"title","value":"Kept"}]}]})");
  EXPECT_EQ(code_of(reset), "");
  EXPECT_NE(json::find_string(reset, "html")->find("Kept"), std::string_view::npos);
  const json::Value pending = answer(calls, R"({"call":"pending"})");
  ASSERT_EQ(pending.at("transactions").as_array().size(), 1u);
  EXPECT_EQ(pending.at("transactions").at(0).at("id").as_string(), "c-9");
  // What the server then says of the other one changes nothing.
  EXPECT_EQ(code_of(answer(calls, R"({"call":"refuse","id":"c-8"})")), "gone");
  EXPECT_EQ(answer(calls, R"({"call":"pending"})").at("transactions").as_array().size(), 1u);
}

// WASM-22
TEST(Calls, ReceiveTakesWhatTheServerHasOrderedWhateverItsLength) {
  Calls calls = opened();
  json::Object transaction{{"id", "s-1"}, {"operations", json::Array()}};
  json::Array& operations = transaction["operations"].as_array();
  for (int i = 0; i <= 20'000; ++i)
    operations.push_back(
        json::Object{{"type", "set_prop"}, {"id", "a"}, {"key", "title"}, {"value", std::to_string(i)}});
  json::Object call{{"call", "receive"}, {"transaction", transaction}};
  EXPECT_EQ(code_of(answer(calls, json::serialize(call))), "");
  const json::Value document = answer(calls, R"({"call":"document"})").at("document");
  EXPECT_EQ(document.at("components").at(0).at("props").at("title").as_string(), "20000");
  call["call"] = "apply";
  EXPECT_EQ(code_of(answer(calls, json::serialize(call))), "limit_exceeded");
}

// WASM-17
TEST(Calls, DiffComparesWithTheOpenDocument) {
  Calls calls = opened();
  const json::Value compared = answer(
      calls,
      R"({"call":"diff","after":{"components":[{"id":"a","component":"box","props":{"title":"New"}}],"layout":{"title":"P"}}})");
  EXPECT_EQ(json::serialize(compared.at("sentences")), R"(["Page → title changed","Box “New” → title changed"])");
  EXPECT_EQ(compared.at("changes").as_array().size(), 2u);
  EXPECT_EQ(code_of(answer(calls, R"({"call":"diff","before":7})")), "invalid_document");
  Calls empty;
  EXPECT_EQ(code_of(answer(empty, R"({"call":"diff"})")), "invalid_request");
}

// WASM-21
TEST(Calls, FaultsAreAllThatADocumentWouldBeRefusedFor) {
  Calls calls = opened();
  const json::Value found = answer(
      calls,
      R"({"call":"faults","document":{"components":[{"id":"a","component":"box","props":{"title":7}},{"id":"a","component":"box"}]}})");
  EXPECT_EQ(
      json::serialize(found.at("faults")),
      R"([{"code":"invalid_prop","message":"\"title\" must be a text, is 7.","path":"/components/0/props/title"},)"
      R"({"code":"duplicate_id","message":"The id \"a\" stands twice; every node needs an id of its own.","path":"/components/1/id"}])");
  EXPECT_TRUE(answer(calls, R"({"call":"faults","document":{}})").at("faults").as_array().empty());
  EXPECT_EQ(code_of(answer(calls, R"({"call":"faults"})")), "invalid_request");
}

// WASM-18
TEST(Calls, MergeAnswersADocumentOperationsAndConflicts) {
  Calls calls = opened();
  const std::string request =
      R"("base":{"components":[{"id":"a","component":"box","props":{"title":"A"}}]},"ours":{"components":[{"id":"a","component":"box","props":{"title":"B"}}]},"theirs":{"components":[{"id":"a","component":"box","props":{"title":"C"}},{"id":"n","component":"box"}]})";
  const json::Value merged = answer(calls, R"({"call":"merge",)" + request + "}");
  EXPECT_EQ(json::serialize(merged.at("document")),
            R"({"components":[{"id":"a","component":"box","props":{"title":"B"}},{"id":"n","component":"box"}]})");
  EXPECT_EQ(merged.at("operations").as_array().size(), 1u);
  EXPECT_EQ(json::find_string(merged.at("conflicts").as_array().at(0), "id"), "prop:a:title");
  const json::Value resolved =
      answer(calls, R"({"call":"merge","resolutions":{"prop:a:title":{"choice":"theirs"}},)" + request + "}");
  EXPECT_EQ(resolved.at("operations").as_array().size(), 2u);
  EXPECT_TRUE(resolved.at("conflicts").as_array().at(0).at("resolved").as_bool());
  EXPECT_EQ(code_of(answer(calls, R"({"call":"merge","resolutions":{"x":{"choice":"ours"}},)" + request + "}")),
            "invalid_request");
  EXPECT_EQ(code_of(answer(calls, R"({"call":"merge","base":[]})")), "invalid_document");
}

// WASM-19
TEST(Calls, AcknowledgeSaysWhatWasLeftOut) {
  Calls calls = opened();
  (void)calls.answer(
      R"({"call":"apply","transaction":{"id":"c-1","operations":[{"type":"set_prop","id":"a","key":"title","value":"Mine"}]}})");
  (void)calls.answer(R"({"call":"receive","transaction":{"id":"d-1","operations":[{"type":"remove_node","id":"a"}]}})");
  const json::Value acknowledged = answer(calls, R"({"call":"acknowledge","id":"c-1","operations":[]})");
  const json::Value& left_out = acknowledged.at("leftOut").as_array().at(0);
  EXPECT_EQ(json::find_string(left_out.at("operation"), "type"), "set_prop");
  EXPECT_EQ(json::find_string(left_out.at("error"), "code"), "gone");
}

}  // namespace
}  // namespace pagewright::wasm
