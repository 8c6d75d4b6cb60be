#include "server/cli/liquid.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace pagewright::cli {
namespace {

// LIQUID-15, LIQUID-16
TEST(LiquidCommand, AnswersWithOutputOrError) {
  EXPECT_EQ(
      answer_liquid_request(
          R"({"template":"{{ a | upcase }}{% render 'p', x: 1 %}","data":{"a":"<b>"},"partials":{"p":"{{ x }}"}})"),
      R"({"output":"<B>1"})");
  EXPECT_EQ(answer_liquid_request(R"({"template":"\n {{ 1 | divided_by: 0 }}"})"),
            R"({"error":"divided by 0","line":2,"column":2})");
  EXPECT_EQ(answer_liquid_request(R"({"template":"{{ 1 | divided_by: 0 }}!","mode":"lax"})"),
            R"({"output":"Liquid error (line 1): divided by 0!"})");
  EXPECT_EQ(
      answer_liquid_request(
          R"({"template":"<p>{{ a }}{{ 1 | divided_by: 0 }}</p>","data":{"a":"<"},"mode":"lax","escape":"html"})"),
      R"({"output":"<p>&lt;</p>"})");
  EXPECT_EQ(answer_liquid_request(R"({"template":"{{ [k] }}{{ ['a b'] }}","data":{"k":"x","x":1,"a b":2}})"),
            R"({"output":"12"})");
}

// LIQUID-24
TEST(LiquidCommand, GoesOnAfterWhatIsNoRequest) {
  std::istringstream requests(
      "nonsense\n\n[]\n{\"template\":1}\n{\"template\":\"x\",\"mode\":\"loose\"}\n{\"template\":\"x\",\"data\":[]}\n"
      "{\"template\":\"x\",\"partials\":{\"p\":1}}\n{\"template\":\"{% if %}\"}\n{\"template\":\"x\",\"escape\":null}");
  std::ostringstream answers;
  EXPECT_EQ(render_liquid(requests, answers), 0);
  std::istringstream lines(answers.str());
  std::string line;
  for (int i = 0; i < 7; ++i) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(line.find("{\"error\":"), 0u) << line;
  }
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, R"({"output":"x"})");
  EXPECT_FALSE(std::getline(lines, line));
}

}  // namespace
}  // namespace pagewright::cli
