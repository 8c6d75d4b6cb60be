// Whatever bytes come in, an answer of JSON goes out, and an open page stays as it was. What is refused here is refused
// by the modules that the calls reach: documents, operations, rich text.
#include <vector>

#include "engine/wasm/checking/open_page.hpp"

namespace pagewright::wasm {
namespace {

using namespace std::string_literals;

class MalformedInput : public OpenPage {};

// WASM-1, WASM-5
TEST_F(MalformedInput, BytesThatAreNoRequest) {
  for (const std::string& request : {""s,
                                     "\0"s,
                                     "\0\0\0\0"s,
                                     "{"s,
                                     "\"call\""s,
                                     "null"s,
                                     "[]"s,
                                     "7"s,
                                     "{}"s,
                                     "\xEF\xBB\xBF{}"s,
                                     "\xFF\xFE"s,
                                     "{\"call\":\"document\"}\0"s,
                                     "{\"call\":\"document\"}x"s,
                                     "{\"call\":\"docu\0ment\"}"s,
                                     "{\"call\":\"\xED\xA0\x80\"}"s,
                                     "{\"call\":\"\xC0\x80\"}"s,
                                     "{\"call\":\"\xE2\x82"s,
                                     R"({"call":"\ud800"})"s,
                                     R"({"call":"document\u0000"})"s,
                                     R"({"call":null})"s,
                                     R"({"call":["document"]})"s,
                                     R"({"call":""})"s,
                                     R"({"call":"toString"})"s,
                                     R"({"Call":"document"})"s,
                                     std::string(100'000, '['),
                                     repeated("{\"call\":", 100'000),
                                     std::string(10'000'000, ' '),
                                     "\"" + std::string(10'000'000, 'x') + "\"",
                                     "{\"call\":\"" + std::string(10'000'000, 'x') + "\"}",
                                     repeated("{},", 1'000'000)})
    expect_refused(request);
}

// WASM-1, WASM-5
TEST_F(MalformedInput, EveryStartOfARequest) {
  const std::string request =
      R"({"call":"apply","transaction":{"id":"c-1","label":"é","operations":[{"type":"set_prop","id":"a","key":"title","value":"x"}]}})";
  for (std::size_t size = 0; size < request.size(); ++size) expect_refused(request.substr(0, size));
  // And with one byte changed, whatever comes of it, an answer comes.
  for (std::size_t at = 0; at < request.size(); ++at) {
    std::string changed = request;
    changed[at] = static_cast<char>(changed[at] ^ 0x80);
    ask(changed);
  }
}

// WASM-1, WASM-3, WASM-5
TEST_F(MalformedInput, ArgumentsOfWrongTypes) {
  const std::pair<const char*, std::vector<const char*>> needed[] = {
      {"load_library", {"components", "tokens", "baseCss"}},
      {"open", {"document"}},
      {"apply", {"transaction"}},
      {"receive", {"transaction"}},
      {"acknowledge", {"id"}},
      {"refuse", {"id"}},
      {"undo", {"id"}},
      {"redo", {"id"}},
      {"subtree", {"id"}},
      {"reset", {"document", "pending"}},
      {"render_component", {"component"}},
  };
  for (const auto& [call, arguments] : needed) {
    expect_refused(R"({"call":")" + std::string(call) + "\"}");
    for (const char* wrong : {"null", "true", "7", "1e308", "\"\\u0000\"", "[7]", "[[]]", R"({"id":7})"}) {
      for (const char* argument : arguments) {
        json::Object request =
            json::parse(R"({"components":[],"tokens":{},"baseCss":"","document":{},"pending":[]})")->as_object();
        request["call"] = call;
        request[argument] = *json::parse(wrong);
        if (std::string_view(argument) == "baseCss" && wrong[0] == '"') continue;  // any text is a style sheet
        expect_refused(json::serialize(request));
      }
    }
  }
}

// WASM-1
TEST_F(MalformedInput, AContextOfWrongTypesIsNone) {
  for (const char* wrong : {"null", "7", "[]", "\"x\"", R"({"name":7,"siteName":[],"canonicalUrl":null})"}) {
    const json::Value answer = ask(R"({"call":"render_page","mode":7,"context":)" + std::string(wrong) + "}");
    EXPECT_TRUE(answer.at("ok").as_bool()) << wrong;
  }
}

// WASM-1, WASM-5
TEST_F(MalformedInput, NestedThroughEveryModule) {
  const auto apply = [](std::string_view operation) {
    return R"({"call":"apply","transaction":{"id":"c","operations":[)" + std::string(operation) + "]}}";
  };
  for (const std::size_t depth : {60, 150, 1'000, 100'000}) {
    const std::string list = std::string(depth, '[') + std::string(depth, ']');
    const std::string nodes =
        repeated(R"({"id":"n","component":"box","children":{"content":[)", depth) + repeated("]}}", depth);
    const std::string quotes = repeated(R"({"type":"blockquote","content":[)", depth) + repeated("]}", depth);
    expect_refused(R"({"call":"open","document":{"components":[)" + nodes + "]}}");
    expect_refused(apply(R"({"type":"insert_node","place":{"parent":null,"slot":"components"},"node":)" + nodes + "}"));
    expect_refused(
        apply(R"({"type":"set_prop","id":"a","key":"body","value":{"type":"doc","content":[)" + quotes + "]}}"));
    expect_refused(apply(R"({"type":"set_prop","id":"a","key":"title","value":)" + list + "}"));
    if (depth > 64) {
      expect_refused(apply(R"({"type":"set_prop","id":"a","key":"any","value":)" + list + "}"));
      expect_refused(apply(R"({"type":"set_page","key":"any","value":)" + list + "}"));
    }
    ask(R"({"call":"render_component","component":"box","children":{"content":[)" +
        repeated(R"({"component":"box","children":{"content":[)", depth) + repeated("]}}", depth) + "]}}");
  }
}

// WASM-1
TEST_F(MalformedInput, LongTextsAndHugeNumbers) {
  const auto set = [](std::string_view key, std::string_view value) {
    return R"({"call":"apply","transaction":{"id":"c","operations":[{"type":"set_prop","id":"a","key":")" +
           std::string(key) + R"(","value":)" + std::string(value) + "}]}}";
  };
  const std::string ten_million(10'000'000, 'x');
  expect_refused(set("title", "\"" + ten_million + "\""));
  expect_refused(set("body", "\"" + ten_million + "\""));
  expect_refused(set("any", "[\"" + ten_million + "\"]"));
  expect_refused(set(ten_million, "1"));
  expect_refused(set("any", "1e400"));
  expect_refused(set("any", "-1" + repeated("0", 400)));
  expect_refused(R"({"call":"undo","id":"x"})");
  for (const char* number :
       {"-0", "18446744073709551616", "123456789012345678901234567890", "1e-400", "1.7e308", "5e-324"}) {
    EXPECT_TRUE(ask(set("any", "[" + std::string(number) + "]")).at("ok").as_bool()) << number;
    EXPECT_TRUE(ask(R"({"call":"undo","id":"u"})").at("ok").as_bool());
  }
  EXPECT_EQ(calls_.answer(R"({"call":"document"})"), document_);
  ask(load(box_definition(), ten_million, json::Object{}));
  ask(load(box_definition(), box_template, json::Object{}, ten_million));
  ask(load(json::Object{{"name", ten_million}}, box_template, json::Value(ten_million)));
}

// WASM-1
TEST_F(MalformedInput, NulsAndUnusualCharactersInEveryText) {
  for (const char* text : {R"(\u0000)", R"(a\u0000b)", R"(\ud83d\ude00)", R"(\uffff)", R"(\u2028\u2029)", R"(\u202e)",
                           R"(\ufeff)", R"(\u0001\u001f\u007f)", R"(<!--)", R"(]]>)", R"(</title></style></script>)"}) {
    const std::string value = text;
    EXPECT_TRUE(ask(R"({"call":"open","document":{"components":[{"id":"a","component":"box","props":{"title":")" +
                    value + R"(","body":")" + value + R"(","any":[")" + value + R"("]}}],"layout":{"title":")" + value +
                    R"(","other":")" + value + R"("}},"context":{"name":")" + value + R"(","siteName":")" + value +
                    "\"}}")
                    .at("ok")
                    .as_bool());
    ask(R"({"call":"subtree","id":")" + value + "\"}");
    ask(R"({"call":"undo","id":")" + value + "\"}");
    EXPECT_TRUE(ask(R"({"call":"apply","coalesce":")" + value + R"(","transaction":{"id":")" + value +
                    R"(","label":")" + value +
                    R"(","operations":[{"type":"set_prop","id":"a","key":"title","value":")" + value + "\"}]}}")
                    .at("ok")
                    .as_bool())
        << text;
    ask(R"({"call":"refuse","id":")" + value + "\"}");
  }
}

// WASM-1: whatever the length of a label, what is sent is text.
TEST_F(MalformedInput, LongLabelsStayText) {
  for (std::size_t size = 190; size < 205; ++size) {
    const json::Value answer = ask(json::serialize(json::Object{
        {"call", "apply"},
        {"transaction",
         json::Object{{"id", "c"}, {"label", std::string(size, 'x') + "€€"}, {"operations", json::Array{}}}}}));
    EXPECT_TRUE(answer.at("ok").as_bool());
    EXPECT_TRUE(ask(R"({"call":"undo","id":"u"})").at("ok").as_bool());
  }
}

}  // namespace
}  // namespace pagewright::wasm
