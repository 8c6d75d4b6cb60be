#include "engine/chart/chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "engine/chart/coordinate.hpp"
#include "engine/chart/scale.hpp"
#include "fixtures/cases.hpp"

namespace pagewright::chart {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string svg_of(const json::Value& input) {
  std::vector<Argument> arguments;
  for (const auto& member : input.at("arguments").get_object())
    arguments.push_back({json::view(member.key()), &member.value()});
  std::string out;
  append_svg(json::find(input, "rows"), arguments, out);
  return out;
}

std::string svg_of(std::string_view rows, std::string_view kind) {
  return svg_of(json::Object{{"rows", *json::parse(rows)}, {"arguments", json::Object{{"kind", kind}}}});
}

// Every element that is opened is closed, in order.
void expect_well_formed(std::string_view markup) {
  std::vector<std::string_view> open;
  for (std::size_t at = markup.find('<'); at != std::string_view::npos; at = markup.find('<', at + 1)) {
    const auto end = markup.find('>', at);
    ASSERT_NE(end, std::string_view::npos);
    const std::string_view tag = markup.substr(at + 1, end - at - 1);
    if (tag.ends_with('/')) continue;
    const std::string_view name =
        tag.substr(tag.starts_with('/') ? 1 : 0, tag.find_first_of(" >") - (tag.starts_with('/') ? 1 : 0));
    if (!tag.starts_with('/'))
      open.push_back(name);
    else {
      ASSERT_FALSE(open.empty());
      EXPECT_EQ(open.back(), name);
      open.pop_back();
    }
  }
  EXPECT_TRUE(open.empty());
}

// CHART-1
// Expectations are rewritten with PAGEWRIGHT_REBASELINE=1; the difference is to be read before it is committed.
// CHART-1, CHART-2, CHART-3
TEST(Chart, Fixtures) {
  json::Array cases = fixtures::read_cases("chart/charts.json");
  const bool rebaselines = std::getenv("PAGEWRIGHT_REBASELINE") != nullptr;
  for (json::Value& fixture : cases) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const std::string svg = svg_of(fixture.at("input"));
    expect_well_formed(svg);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
    if (rebaselines)
      fixture.at("expect").as_object()["html"] = svg;
    else
      EXPECT_EQ(svg, json::find_string(fixture.at("expect"), "html"));
  }
  if (rebaselines) fixtures::write_cases("chart/charts.json", cases);
}

// CHART-4
TEST(Chart, HasNameDescriptionAndTable) {
  const std::string svg = svg_of(*json::parse(
      R"({"rows": [{"label": "Mon", "value": 31}], "arguments": {"title": "Visits", "description": "By day", "unit": "km", "node_id": "c1"}})"));
  EXPECT_THAT(svg, HasSubstr(R"(role="img" aria-labelledby="c1-chart-title" aria-describedby="c1-chart-desc")"));
  EXPECT_THAT(svg, HasSubstr(R"(<title id="c1-chart-title">Visits</title><desc id="c1-chart-desc">By day</desc>)"));
  EXPECT_THAT(svg, HasSubstr("<caption>Visits</caption>"));
  EXPECT_THAT(svg, HasSubstr("<tr><th scope=\"row\">Mon</th><td>31\u00A0km</td></tr>"));
}

// CHART-5
TEST(Chart, SaysWhatIsMissing) {
  EXPECT_EQ(svg_of("[]", "bar"), "<p class=\"pw-chart__empty\">There are no values to show yet.</p>");
  EXPECT_EQ(svg_of(R"([{"label":"a","value":-1}])", "pie"),
            "<p class=\"pw-chart__empty\">A pie needs values greater than 0.</p>");
  std::string out;
  append_svg(nullptr, {}, out);
  EXPECT_EQ(out, "<p class=\"pw-chart__empty\">There are no values to show yet.</p>");
}

// CHART-6
TEST(Chart, IsBoundedForManyRowsAndSeries) {
  json::Array rows;
  for (int i = 0; i < 5000; ++i) {
    json::Object row{{"label", std::to_string(i)}};
    for (int k = 0; k < 30; ++k) row["s" + std::to_string(k)] = i * k;
    rows.emplace_back(std::move(row));
  }
  for (const char* kind : {"bar", "line", "area", "pie"}) {
    const std::string svg = svg_of(json::Object{{"rows", rows}, {"arguments", json::Object{{"kind", kind}}}});
    expect_well_formed(svg);
    EXPECT_LT(svg.size(), 1'000'000U);
  }
}

// CHART-7
TEST(Coordinate, HasAtMostTwoDecimals) {
  const auto text = [](double value) {
    std::string out;
    append_coordinate(out, value);
    return out;
  };
  EXPECT_EQ(text(0), "0");
  EXPECT_EQ(text(-0.001), "0");
  EXPECT_EQ(text(12.5), "12.5");
  EXPECT_EQ(text(12.345), "12.35");
  EXPECT_EQ(text(-0.07), "-0.07");
  EXPECT_EQ(text(1e300), "1000000");
  EXPECT_EQ(text(-1e300), "-1000000");
  EXPECT_EQ(text(std::nan("")), "0");
}

// CHART-1
TEST(OnCircle, IsSineAndCosine) {
  for (int i = -50; i <= 450; ++i) {
    const double turn = i / 400.0;
    const Point point = on_circle(turn);
    EXPECT_NEAR(point.x, std::sin(turn * 2 * M_PI), 1e-9) << turn;
    EXPECT_NEAR(point.y, -std::cos(turn * 2 * M_PI), 1e-9) << turn;
  }
}

std::string ticks_of(double low, double high) {
  std::string out;
  for (const Tick& tick : nice_scale(low, high).ticks) out += (out.empty() ? "" : " ") + tick.text;
  return out;
}

// CHART-8
TEST(NiceScale, StepsByOneTwoOrFive) {
  EXPECT_EQ(ticks_of(0, 42), "0 10 20 30 40 50");
  EXPECT_EQ(ticks_of(0, 1), "0 0.2 0.4 0.6 0.8 1");
  EXPECT_EQ(ticks_of(-3, 7), "-4 -2 0 2 4 6 8");
  EXPECT_EQ(ticks_of(0, 0), "0 0.2 0.4 0.6 0.8 1");
  EXPECT_EQ(ticks_of(7, 7), "6 6.5 7 7.5 8");
  EXPECT_EQ(ticks_of(1011, 1017.25), "1010 1012 1014 1016 1018");
  EXPECT_EQ(ticks_of(0, 1200), "0 500 1000 1500");
  EXPECT_EQ(ticks_of(0, 12500), "0 5k 10k 15k");
  EXPECT_EQ(ticks_of(-2.5e6, 1e6), "-3M -2M -1M 0 1M");
  EXPECT_EQ(ticks_of(0, 1e15), "0 200tn 400tn 600tn 800tn 1000tn");
  EXPECT_EQ(ticks_of(0, 0.03), "0 0.01 0.02 0.03");
}

// CHART-8
TEST(NiceScale, HoldsItsRange) {
  for (double low = -1e15; low < 1e15; low += 7.7e13)
    for (const double range : {0.0, 1e-9, 0.1, 1.0, 3e3, 4.4e14}) {
      const Scale scale = nice_scale(low, low + range);
      EXPECT_LE(scale.low, low);
      EXPECT_GE(scale.high, low + range);
      EXPECT_LE(scale.ticks.size(), 12U);
      EXPECT_GE(scale.ticks.size(), 2U);
    }
}

}  // namespace
}  // namespace pagewright::chart
