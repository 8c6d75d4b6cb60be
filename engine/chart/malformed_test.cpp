// Rows and arguments that nobody should send, of any type and depth.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/chart/chart.hpp"

namespace pagewright::chart {
namespace {

std::vector<json::Value> unusual_values() {
  std::vector<json::Value> values;
  for (const char* text :
       {"null",
        "true",
        "7",
        "-0.0",
        "1e308",
        "-1.7e308",
        "5e-324",
        "18446744073709551615",
        "\"\"",
        "\"7\"",
        "\"1e400\"",
        "\"nan\"",
        "\"</svg><script>alert(1)</script>\"",
        "\"\\u0000\\\"'&\"",
        "[]",
        "[[]]",
        "[null]",
        "{}",
        "[{}]",
        R"([{"label":"a"}])",
        R"([{"value":1}])",
        R"([{"label":null,"value":1e308},{"label":[],"value":-1e308}])",
        R"([{"label":"a","value":"</text>"},7,"x",{"label":"b","value":1e15},{"label":"c","value":1e16}])",
        R"([{"label":"a","":1,"\u0000":2,"<b>":3}])",
        R"([{"label":"a","value":5e-324},{"label":"b","value":1e15}])",
        R"([{"label":"a","value":1},{"label":"a","value":1}])"})
    values.push_back(*json::parse(text));
  values.emplace_back(std::string(1'000'000, 'x'));
  json::Array rows;
  for (int i = 0; i < 300; ++i) rows.push_back(json::Object{{"label", std::string(5000, 'y')}, {"value", i % 7 - 3}});
  values.emplace_back(std::move(rows));
  json::Value deep = 1;
  for (int i = 0; i < 300; ++i) deep = json::Array{json::Object{{"label", std::move(deep)}, {"value", i}}};
  values.push_back(std::move(deep));
  return values;
}

// CHART-2, CHART-3
TEST(MalformedChart, IsWellFormedWhateverItIsGiven) {
  const std::vector<json::Value> values = unusual_values();
  const std::vector<json::Value> texts = {values[3], values[12], values[13], values[17],
                                          json::Value(std::string(10'000, '<'))};
  for (const char* kind : {"bar", "line", "area", "pie", "none"}) {
    const json::Value kind_value = kind;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const json::Value& text = texts[i % texts.size()];
      std::string svg;
      append_svg(
          &values[i],
          std::vector<Argument>{
              {"kind", &kind_value}, {"title", &text}, {"description", &text}, {"unit", &text}, {"node_id", &text}},
          svg);
      ASSERT_EQ(svg.find("<script"), std::string::npos) << i;
      ASSERT_EQ(svg.find("nan"), std::string::npos) << i;
      ASSERT_EQ(svg.find("inf"), std::string::npos) << i;
      ASSERT_TRUE(json::parse(json::serialize(json::Value(svg)))) << i;
    }
  }
  for (const json::Value& kind : values) {
    std::string svg;
    append_svg(&values[21], std::vector<Argument>{{"kind", &kind}, {"kind", nullptr}, {"unknown", &kind}}, svg);
    EXPECT_FALSE(svg.empty());
  }
}

}  // namespace
}  // namespace pagewright::chart
