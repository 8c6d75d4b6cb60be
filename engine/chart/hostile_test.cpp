// Hostile labels, titles and arguments, read back by an HTML parser made by others.
#include <gtest/gtest.h>

#include "engine/base/checking/hostile_values.hpp"
#include "engine/base/checking/page_shape.hpp"
#include "engine/chart/chart.hpp"

namespace pagewright::chart {
namespace {

using checking::Choices;
using checking::page_shape;

std::string chart_of(const std::string& text, const char* kind) {
  const json::Value rows = json::Array{json::Object{{"label", "a" + text}, {"b" + text, 1}},
                                       json::Object{{"label", "c" + text}, {"b" + text, 2.5}}};
  const json::Value title("t" + text);
  const json::Value chosen(kind);
  const Argument arguments[] = {{"kind", &chosen}, {"title", &title}, {"description", &title}, {"node_id", &title}};
  std::string html;
  append_svg(&rows, arguments, html);
  return html;
}

// CHART-2, CHART-3
TEST(HostileChart, TextsAddNothingToAPage) {
  for (const char* kind : {"bar", "line", "area", "pie"}) {
    Choices choices = Choices::of_seed(14, 10'000);
    const auto wanted = page_shape(chart_of("x", kind));
    while (!choices.is_used_up()) {
      const std::string text = checking::hostile_value(choices);
      const auto found = page_shape(chart_of(text, kind));
      ASSERT_TRUE(found.dangers.empty()) << found.dangers.front() << "\n" << text;
      ASSERT_EQ(found.tree, wanted.tree) << text;
    }
  }
}

// CHART-3
TEST(HostileChart, TakesAnyKindAndRows) {
  Choices choices = Choices::of_seed(15, 10'000);
  while (!choices.is_used_up()) {
    const std::string text = checking::hostile_value(choices);
    const json::Value rows =
        json::Array{json::Value(text), json::Object{{text, text}}, json::Object{{"label", json::Array{text}}}};
    const json::Value kind(text);
    const Argument arguments[] = {{"unit", &kind}, {"kind", &kind}, {text, &rows}};
    std::string html;
    append_svg(&rows, arguments, html);
    ASSERT_TRUE(page_shape(html).dangers.empty()) << text;
  }
}

}  // namespace
}  // namespace pagewright::chart
