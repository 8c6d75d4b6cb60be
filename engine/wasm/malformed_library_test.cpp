// Libraries from people who write components and tokens: what is long, deep or goes in circles is compiled or refused
// with diagnostics, never more.
#include <vector>

#include "engine/wasm/checking/open_page.hpp"

namespace pagewright::wasm {
namespace {

using namespace std::string_literals;

class MalformedLibrary : public OpenPage {};

// WASM-1: what is deep without being deep JSON.
TEST_F(MalformedLibrary, LongChainsInTheLibrary) {
  const auto answered = [&](const std::string& request) { ask(request); };
  for (const std::size_t length : {100, 3'000, 100'000}) {
    for (const char* opening : {"{% if title %}", "{% unless title %}", "{% for x in any %}",
                                "{% case title %}{% when 1 %}", "{% capture x %}", "<div>", "<b title=\"", "<!--",
                                "<!-- -->", "{{", "{%", "{% liquid\n", "{% comment %}", "{% raw %}"})
      answered(load(box_definition(), repeated(opening, length), json::Object{}));
    for (const char* link : {".a", "[0]", "[a", "[\"a\"]", " | upcase", " | default: 1", " | append: \"x\"", ", 1",
                             " and 1", " or 1", "'", "\""})
      for (const char* tag : {"output", "condition"})
        answered(load(box_definition(),
                      (tag == "output"s ? "<div class=\"pw-box\">{{ any" : "<div class=\"pw-box\">{% if any") +
                          repeated(link, length) + (tag == "output"s ? " }}</div>" : " %}{% endif %}</div>"),
                      json::Object{}));
    answered(load(box_definition(), box_template, json::Object{},
                  repeated("a{", length) + repeated("(", length) + repeated("/*", length)));
  }
}

// WASM-1
TEST_F(MalformedLibrary, LongChainsInSchemas) {
  const auto with_props = [](std::string_view schema) {
    json::Object definition = box_definition();
    definition["props"].as_object()["properties"].as_object()["title"] = *json::parse(schema, 1000);
    return definition;
  };
  for (const std::size_t length : {100, 3'000, 100'000}) {
    for (const char* part : {"(", "[", "a?", "(a|", "(?:", "(?=", "\\\\d", "{1", "a{2}", ".*"}) {
      ask(load(with_props(R"({"type":"string","title":"T","pattern":")" + repeated(part, length) + "\"}"), box_template,
               json::Object{}));
      ask(load(with_props(R"({"type":"string","title":"T","pattern":")" + repeated(part, length) +
                          (part[0] == '(' ? repeated(")", length) : "") + "\"}"),
               box_template, json::Object{}));
    }
    std::string references = R"({"title":"T","$ref":"#/$defs/r0","$defs":{)";
    for (std::size_t i = 0; i < length; ++i)
      references += "\"r" + std::to_string(i) + R"(":{"$ref":"#/$defs/r)" + std::to_string(i + 1) + "\"},";
    json::Object definition = box_definition();
    json::Object& props = definition["props"].as_object();
    props["$defs"] = json::parse(references + "\"r" + std::to_string(length) + R"(":{"type":"string"}}})")->at("$defs");
    props["properties"].as_object()["title"] = json::Object{{"title", "T"}, {"$ref", "#/$defs/r0"}};
    if (ask(load(definition, box_template, json::Object{})).at("ok").as_bool())
      ask(R"({"call":"render_component","component":"box","props":{"title":"x"}})");
  }
  for (const char* keyword : {"not", "items", "additionalProperties", "if", "contains", "propertyNames"}) {
    const std::string schema = repeated("{\"" + std::string(keyword) + "\":", 140) + "{}" + repeated("}", 140);
    ask(load(with_props(R"({"title":"T","allOf":[)" + schema + "]}"), box_template, json::Object{}));
  }
}

// WASM-1
TEST_F(MalformedLibrary, LongChainsInTokens) {
  for (const std::size_t length : {2, 100, 3'000, 100'000}) {
    json::Object chain{{"$type", "number"}};
    json::Object circle{{"$type", "number"}};
    for (std::size_t i = 0; i < length; ++i) {
      const std::string name = "t" + std::to_string(i);
      chain[name] = json::Object{{"$value", "{t" + std::to_string(i + 1) + "}"}};
      circle[name] = json::Object{{"$value", "{t" + std::to_string((i + 1) % length) + "}"}};
    }
    chain["t" + std::to_string(length)] = json::Object{{"$value", 1}};
    EXPECT_FALSE(ask(load(box_definition(), box_template, circle)).at("ok").as_bool()) << length;
    ask(load(box_definition(), box_template, chain));
  }
  const std::string groups = repeated(R"({"g":)", 300) + R"({"$type":"number","$value":1})" + repeated("}", 300);
  ask(load(box_definition(), box_template, *json::parse(groups, 1000)));
}

// A library of one component with these partials.
std::string load_with(json::Value partials, std::string_view template_text) {
  json::Object request = json::parse(load(box_definition(), template_text, json::Object{}))->as_object();
  request["components"].as_array()[0].as_object()["partials"] = std::move(partials);
  return json::serialize(request);
}

// WASM-1, WASM-9
TEST_F(MalformedLibrary, Partials) {
  constexpr std::string_view renders_p = "<div class=\"pw-box\">{% render \"p\", any: any %}</div>";
  for (const char* partials :
       {"null", "7", "[]", "\"p\"", R"({"p":null})", R"({"p":["<b>"]})", R"({"P":""})", R"({"p":"","":""})",
        R"({"p":"","../p":""})", R"({"p":"","\u0000":""})", R"({})", R"({"p":"<script>{{ any }}</script>"})",
        R"({"p":"{% if any %}"})", R"({"p":"<div>"})", R"({"p":"{% render \"p\" %}"})",
        R"({"p":"{% render \"q\" %}","q":"{% render \"p\" %}"})"})
    expect_refused(load_with(*json::parse(partials), renders_p));
  EXPECT_EQ(calls_.answer(load_with(json::Object{{"p", "{{ any }}"}}, renders_p)), R"({"ok":true})");

  for (const std::size_t length : {100, 3'000, 100'000}) {
    for (const char* part : {"{% if any %}", "{% for x in any %}", "<b>", "<b title=\"", "{{", "{% render \"p\" %}"})
      ask(load_with(json::Object{{"p", repeated(part, length)}}, renders_p));
    ask(load_with(json::Object{{"p", "<i>{{ any }}</i>"}},
                  "<div class=\"pw-box\">" + repeated("{% render \"p\", any: any %}", length) + "</div>"));
    json::Object many;
    for (std::size_t i = 0; i < length; ++i) many["p" + std::to_string(i)] = "";
    EXPECT_FALSE(ask(load_with(std::move(many), box_template)).at("ok").as_bool()) << length;
  }
  // Each puts in the next one twice: 2^16 in all.
  json::Object doubling{{"p15", "<i>{{ any }}</i>"}};
  for (int i = 0; i < 15; ++i)
    doubling["p" + std::to_string(i)] = repeated("{% render \"p" + std::to_string(i + 1) + "\", any: any %}", 2);
  const json::Value answer =
      ask(load_with(std::move(doubling), "<div class=\"pw-box\">{% render \"p0\", any: any %}</div>"));
  EXPECT_FALSE(answer.at("ok").as_bool());
}

// WASM-9
TEST_F(MalformedLibrary, ARefusedOneLeavesThePresentOneInPlace) {
  expect_refused(load(box_definition(), "<p>{{ nope }}</p>", json::Object{}));
  expect_refused(load(box_definition(), "{% if %}", json::Object{}));
  expect_refused(load(box_definition(), "<script>{{ title }}</script>", json::Object{}));
  expect_refused(load(json::Object{}, box_template, json::Object{}));
  expect_refused(load(box_definition(), box_template, json::Value(7)));
  EXPECT_TRUE(ask(R"({"call":"render_component","component":"box"})").at("ok").as_bool());
}

}  // namespace
}  // namespace pagewright::wasm
