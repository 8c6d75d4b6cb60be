// Values that are no rich text, or hardly.
#include <gtest/gtest.h>

#include "engine/richtext/rich_text.hpp"

namespace pagewright::richtext {
namespace {

std::string html_of(const json::Value& document) {
  std::string out;
  append_html(document, out);
  return out;
}

// RICHTEXT-1, RICHTEXT-8
TEST(MalformedRichText, WrongTypesAreRefusedAndYieldNoMarkupOfTheirOwn) {
  const auto doc = [](std::string_view content) {
    return R"({"type":"doc","content":[)" + std::string(content) + "]}";
  };
  for (const char* wrong :
       {"null", "true", "7", "1e308", "[]", "[{}]", "{}", R"({"type":7})", R"({"type":"doc","content":{}})"}) {
    const std::string value = wrong;
    for (const std::string& source :
         {value, doc(value), R"({"type":"doc","content":)" + (value == "[]" ? "7" : value) + "}",
          doc(R"({"type":)" + value + "}"),
          doc(R"({"type":"paragraph","content":)" + (value == "[]" ? "7" : value) + "}"),
          doc(R"({"type":"paragraph","content":[)" + value + "]}"),
          doc(R"({"type":"paragraph","content":[{"type":"text","text":)" + value + "}]}"),
          doc(R"({"type":"heading","attrs":{"level":)" + (value == "7" ? "1" : value) + "}}"),
          doc(R"({"type":"paragraph","content":[{"type":"text","text":"a","marks":)" + (value == "[]" ? "7" : value) +
              "}]}"),
          doc(R"({"type":"paragraph","content":[{"type":"text","text":"a","marks":[)" + value + "]}]}"),
          doc(R"({"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":)" +
              value + "}}]}]}"),
          doc(R"({"type":"bulletList","content":[)" + value + "]}")}) {
      const auto parsed = json::parse(source);
      ASSERT_TRUE(parsed) << source;
      const auto verdict = validate(*parsed);
      EXPECT_FALSE(verdict) << source;
      if (!verdict) EXPECT_EQ(verdict.error().code, ErrorCode::invalid_prop) << source;
      EXPECT_EQ(html_of(*parsed).find("javascript"), std::string::npos);
      EXPECT_TRUE(json::parse(json::serialize(json::Value(plain_text(*parsed)))));
    }
  }
}

// RICHTEXT-2, RICHTEXT-3
TEST(MalformedRichText, HostileTextsStayTexts) {
  for (const char* text :
       {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>", "<!--", "&lt;", "\\u0000"}) {
    const std::string source = R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":)" +
                               json::serialize(json::Value(text)) + R"(,"marks":[{"type":"link","attrs":{"href":)" +
                               json::serialize(json::Value(text)) + "}}]}]}]}";
    const std::string html = html_of(*json::parse(source));
    EXPECT_EQ(html.find("<script"), std::string::npos) << html;
    EXPECT_EQ(html.find("<img"), std::string::npos) << html;
    EXPECT_EQ(html.find("<!--"), std::string::npos) << html;
  }
  for (const char* address : {"javascript:alert(1)", "JAVASCRIPT:x", " \\tjava\\nscript:x", "data:text/html,x",
                              "vbscript:x", "file:///x", "blob:x"}) {
    const auto value = json::parse(
        R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":")" +
        std::string(address) + R"("}}]}]}]})");
    EXPECT_EQ(html_of(*value), "<p><a>a</a></p>") << address;
    EXPECT_FALSE(validate(*value)) << address;
  }
}

// RICHTEXT-6: as deep as JSON is read, through every node that holds others.
TEST(MalformedRichText, DeepNestingIsCut) {
  for (const char* type : {"blockquote", "bulletList", "orderedList", "listItem", "paragraph", "doc", "unknown"}) {
    json::Value value = json::Object{{"type", "text"}, {"text", "deep"}};
    for (int i = 0; i < 1000; ++i) value = json::Object{{"type", type}, {"content", json::Array{std::move(value)}}};
    value = json::Object{{"type", "doc"}, {"content", json::Array{std::move(value)}}};
    EXPECT_FALSE(validate(value)) << type;
    EXPECT_LT(html_of(value).size(), 2000U) << type;
    EXPECT_EQ(plain_text(value), "") << type;
  }
}

// RICHTEXT-5, RICHTEXT-9
TEST(MalformedRichText, LongTextsAreRenderedWhole) {
  const std::string line(5'000'000, '<');
  const json::Value text(line + "\n" + line);
  const std::string html = html_of(text);
  EXPECT_EQ(html.size(), 2 * (4 * line.size() + 7));
  EXPECT_EQ(plain_text(text).size(), text.as_string().size());
}

}  // namespace
}  // namespace pagewright::richtext
