#include "engine/liquid/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/liquid/test_render.hpp"

namespace pagewright::liquid {
namespace {

Program compiled(std::string_view source, CompileOptions options = component_options()) {
  auto program = Program::compile(source, options);
  EXPECT_TRUE(program.has_value()) << program.error().front().message;
  return std::move(*program);
}

Program compiled_page(std::string_view source) {
  CompileOptions options = component_options();
  options.is_component = false;
  return compiled(source, options);
}

std::vector<Diagnostic> faults_of(std::string_view source) {
  const auto program = Program::compile(source, component_options());
  EXPECT_FALSE(program.has_value());
  return program ? std::vector<Diagnostic>() : program.error();
}

json::Value parsed(std::string_view text) {
  return *json::parse(text);
}

TEST(LiquidProgram, ListsOutsideVariablesInTheOrderOfTheirFirstUse) {
  const Program program = compiled_page(
      "{% assign own = b %}{{ own }}{{ a.x[c] }}{% for i in list %}{{ i }}{{ forloop.index }}{{ a }}{% endfor %}{{ "
      "node.id }}");
  EXPECT_THAT(program.variables(), testing::ElementsAre("b", "a", "c", "list"));
}

TEST(LiquidProgram, AppendsToTheOutput) {
  const Program program = compiled_page("b{{ x }}");
  const json::Value x = "c";
  const json::Value* values[] = {&x};
  std::string out = "a";
  ASSERT_TRUE(program.render(values, "n", nullptr, out));
  EXPECT_EQ(out, "abc");
}

TEST(LiquidProgram, MarksEditableElementsInTheCanvasOnly) {
  const Program program = compiled("<div class=\"a\"><h2 {% editable title %}>{{ title }}</h2></div>");
  const json::Value props = parsed(R"({"title":"T"})");
  EXPECT_EQ(render(program, props, true), "<div class=\"a s-1\" data-node=\"n1\"><h2 data-edit=\"title\">T</h2></div>");
  EXPECT_EQ(render(program, props, false), "<div class=\"a s-1\"><h2>T</h2></div>");
}

TEST(LiquidProgram, RendersWithoutHost) {
  const Program program = compiled("<div class=\"a\">{% slot 'content' %}</div>");
  std::string out;
  ASSERT_TRUE(program.render({}, "n", nullptr, out));
  EXPECT_EQ(out, "<div class=\"a\"></div>");
}

TEST(LiquidProgram, WithoutEscapingIsPlainLiquid) {
  CompileOptions options = component_options();
  options.is_component = false;
  options.escape = Escape::none;
  const Program program = compiled("<h{{ n }} {{ x }}\n\n<b>{{ x | escape }}{{ x | newline_to_br }}", options);
  EXPECT_EQ(render(program, parsed(R"({"n":1,"x":"<\n"})")), "<h1 <\n\n\n<b>&lt;\n<<br />\n");
}

TEST(LiquidLimits, StepsEndLongLoops) {
  const Program program =
      compiled_page("x{% for i in (1..1000000) %}{% for j in (1..1000000) %}{% endfor %}{% endfor %}");
  const auto result = try_render(program, {});
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::limit_exceeded);
  EXPECT_THAT(result.error().message, testing::HasSubstr("steps"));
}

TEST(LiquidLimits, OutputIsCutBackWhenItGrowsTooLong) {
  const Program program = compiled_page("{% for i in (1..100) %}0123456789{% endfor %}");
  std::string out = "before";
  const auto result = program.render({}, "n", nullptr, out, {.output_bytes = 500});
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::limit_exceeded);
  EXPECT_THAT(result.error().message, testing::HasSubstr("too much text"));
  EXPECT_EQ(out, "before");
  EXPECT_TRUE(program.render({}, "n", nullptr, out, {.output_bytes = 1000}));
}

TEST(LiquidLimits, SlotsDoNotCountAsOutput) {
  const Program program = compiled("<p class=\"a\">{% slot 'content' %}{% slot 'content' %}</p>");
  EXPECT_TRUE(try_render(program, {}, false, {.output_bytes = 21}).has_value());
}

TEST(LiquidLimits, FiltersCannotMakeHugeTextsOrLists) {
  for (const char* growth :
       {"{% assign x = x | append: x %}", "{% assign x = x | replace: '', x %}", "{% assign x = x | concat: x %}",
        "{% capture x %}{{ x }}{{ x }}{% endcapture %}", "{% assign x = (1..2000000000) | reverse %}",
        "{% assign x = (1..2000000000) | slice: 0, 2000000000 %}"}) {
    const std::string source =
        std::string("{% assign x = 'aa,bb' | split: ',' %}{% for i in (1..200) %}") + growth + "{% endfor %}";
    const auto result = try_render(compiled_page(source), {});
    ASSERT_FALSE(result.has_value()) << growth;
    EXPECT_EQ(result.error().code, ErrorCode::limit_exceeded);
  }
}

TEST(LiquidLimits, LongOperandsCostSteps) {
  const json::Value props = parsed("{\"x\":\"" + std::string(1'000'000, 'a') + "\"}");
  const auto result =
      try_render(compiled_page("{% for i in (1..1000) %}{% if x contains 'b' %}{% endif %}{% endfor %}"), props);
  ASSERT_FALSE(result.has_value());
  EXPECT_THAT(result.error().message, testing::HasSubstr("steps"));
}

TEST(LiquidFaults, SayWhatToDo) {
  const auto faults = faults_of("<p class=\"a\"\n title={{ x }}>y</p>");
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0], (Diagnostic{"Put double quotes around this attribute's value.", 2, 8}));
}

TEST(LiquidFaults, AreReportedTogetherUpToTwenty) {
  EXPECT_EQ(faults_of("<p class=\"a\">{{ a | x }}{{ b | y }}</p>").size(), 2u);
  std::string source;
  for (int i = 0; i < 50; ++i) source += "{% nonsense %}\n";
  EXPECT_EQ(faults_of(source).size(), 20u);
}

TEST(LiquidFaults, HugeTemplatesAreRefused) {
  EXPECT_EQ(faults_of(std::string(200'000, 'x')).size(), 1u);
}

// Every beginning and every single-byte deletion of a rich template either compiles or is refused: nothing else may
// happen.
TEST(LiquidFaults, BrokenTemplatesNeverMisbehave) {
  const std::string source =
      "<div class=\"a {{ b }}\" style=\"color: {{ c }}\">{% for i in (1..n) reversed limit: 2 %}<a href=\"/x?{{ i | "
      "append: 'y' }}\">"
      "{{ i.x[0]['k'] | default: 'd', allow_false: true }}</a>{% else %}<br>{% endfor %}{% case x %}{% when 1, 2 %}a{% "
      "endcase %}"
      "<textarea>{{ t }}</textarea>{% capture q %}z{% endcapture %}{% unless q == empty and x or y %}{% slot 'content' "
      "%}{% endunless %}</div>";
  const json::Value props = parsed(R"({"b":"<","c":";","n":3,"x":1,"t":"</textarea>"})");
  unsigned runs = 0;
  const auto check = [&](const std::string& text) {
    const auto program = Program::compile(text, component_options());
    if (!program) {
      EXPECT_FALSE(program.error().empty());
      return;
    }
    ++runs;
    const auto result = try_render(*program, props);
    if (result) EXPECT_EQ(result->find("</textarea></textarea>"), std::string::npos) << text;
  };
  for (std::size_t i = 0; i <= source.size(); ++i) {
    check(source.substr(0, i));
    if (i < source.size()) check(source.substr(0, i) + source.substr(i + 1));
  }
  EXPECT_GT(runs, 10u);
}

}  // namespace
}  // namespace pagewright::liquid
