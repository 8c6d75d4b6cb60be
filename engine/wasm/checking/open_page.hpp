// For tests: an engine with one component and an open page, which must answer whatever it is sent and stay as it was.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "engine/wasm/calls.hpp"

namespace pagewright::wasm {

inline std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

inline json::Object box_definition() {
  return json::
      parse(R"({"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"}},"props":{"type":"object","properties":{"title":{"type":"string","title":"Title","default":"T"},"body":{"title":"Body","format":"rich-text"},"any":{"title":"Any"}}}})")
          ->as_object();
}

inline constexpr std::string_view box_template =
    "<div class=\"pw-box\">{{ title }}{{ body | rich_text }}{% for item in any %}{{ item }}{% endfor %}{% slot "
    "\"content\" %}</div>";

inline std::string load(const json::Value& definition, std::string_view template_text, const json::Value& tokens,
                        std::string_view style = "") {
  return json::serialize(json::Object{
      {"call", "load_library"},
      {"components",
       json::Array{json::Object{{"definition", definition}, {"template", template_text}, {"style", style}}}},
      {"tokens", tokens},
      {"baseCss", ""}});
}

class OpenPage : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(calls_.answer(load(box_definition(), box_template, json::Object{})), R"({"ok":true})");
    ask(R"({"call":"open","document":{"components":[{"id":"a","component":"box"},{"id":"b","component":"box"}]},"context":{"name":"P"}})");
    document_ = calls_.answer(R"({"call":"document"})");
  }

  json::Value ask(std::string_view request) {
    const auto answer = json::parse(calls_.answer(request));
    EXPECT_TRUE(answer) << request.substr(0, 100);
    return answer ? *answer : json::Value(json::Object{{"ok", false}});
  }

  // Refused: with a code and a message, or with diagnostics; the page stays as it was.
  void expect_refused(std::string_view request) {
    const json::Value answer = ask(request);
    const std::string shown(request.substr(0, 100));
    ASSERT_FALSE(answer.at("ok").as_bool()) << shown;
    if (const json::Value* error = json::find(answer, "error"))
      EXPECT_FALSE(error->at("message").as_string().empty()) << shown;
    else
      EXPECT_FALSE(answer.at("diagnostics").as_array().empty()) << shown;
    EXPECT_EQ(calls_.answer(R"({"call":"document"})"), document_) << shown;
  }

  Calls calls_;
  std::string document_;
};

}  // namespace pagewright::wasm
