#include "engine/liquid/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

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
  const Program program = compiled("<b class=\"a\">{% slot 'content' %}{% slot 'content' %}</b>");
  EXPECT_TRUE(try_render(program, {}, false, {.output_bytes = 21}).has_value());
}

TEST(LiquidLimits, FiltersCannotMakeHugeTextsOrLists) {
  for (const char* growth :
       {"{% assign x = x | append: x %}", "{% assign x = x | replace: '', x %}", "{% assign x = x | concat: x %}",
        "{% capture x %}{{ x }}{{ x }}{% endcapture %}", "{% assign x = (1..2000000000) | reverse %}",
        "{% assign x = 0 | date: '%999c' | append: x %}", "{% assign x = x | prepend: x | base64_encode %}",
        "{% assign x = x | url_encode | append: x %}"}) {
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

Result<std::string> run_hostile(std::string_view source, std::span<const Partial> partials = {}) {
  CompileOptions options = component_options();
  options.is_component = false;
  options.escape = Escape::none;
  options.errors = ErrorMode::lax;
  options.partials = partials;
  const auto program = Program::compile(source, options);
  if (!program) return fail(ErrorCode::invalid_template, program.error().front().message);
  return try_render(*program, parsed(R"({"l":[[1,2,3],[4,5]],"s":"abc"})"));
}

// LIQUID-20
TEST(LiquidLimits, NoTemplatePassesThem) {
  for (const char* source :
       {"{% for i in (1..99999) %}{% for j in (1..99999) %}{% cycle 'a', 'b' %}{% endfor %}{% endfor %}",
        "{% for i in (1..999999) %}{% cycle i: 'a', 'b' %}{% endfor %}",
        "{% tablerow i in (1..9999999) cols: 1 %}{% endtablerow %}",
        "{% for i in (1..999999) %}{% increment c %}{% render 'p' %}{% endfor %}",
        "{% for i in (1..999999) %}{{ 1 | divided_by: 0 }}{% endfor %}",
        "{% for i in (1..999999) %}{% ifchanged %}{{ i }}{% endifchanged %}{% endfor %}",
        "{% assign x = (1..100000) %}{% for i in (1..999999) %}{% assign y = x | has: 'z' %}{% endfor %}",
        "{% assign x = (1..120000) | reverse %}{% for i in (1..999999) %}{% assign y = x | join | size %}{% endfor %}",
        "{% assign l = 'a b c' | split: ' ' %}{% for i in (1..99) %}{% assign l = l | concat: l %}{% endfor %}"}) {
    const Partial partials[] = {{"p", "{% for i in (1..99) %}{{ i }}{% endfor %}"}};
    const auto result = run_hostile(source, partials);
    ASSERT_FALSE(result.has_value()) << source;
    EXPECT_EQ(result.error().code, ErrorCode::limit_exceeded) << source << result.error().message;
  }
}

// LIQUID-20: what is deep or long costs accordingly, wherever it is looked at.
TEST(LiquidLimits, LargeValuesPassThemNeither) {
  std::string numbers = "0";
  for (int i = 1; i < 50'000; ++i) numbers += "," + std::to_string(i);
  const std::string list = "[[" + numbers + "]]";
  const std::string object = "[{\"x\":[" + numbers + "]}]";
  const std::string text(300'000, 'a');
  const json::Value props =
      parsed("{\"a\":" + list + ",\"b\":" + list + ",\"o\":" + object + ",\"p\":" + object + ",\"s\":\"" + text +
             "\",\"t\":[\"" + text + "b\",\"" + text + "c\"],\"n\":\"" + std::string(150'000, 'a') + "b\"}");
  for (const char* use : {"{% if a == b %}{% endif %}",
                          "{% if o != p %}{% endif %}",
                          "{% case a %}{% when b %}{% endcase %}",
                          "{% if a contains b %}{% endif %}",
                          "{% if 'x' contains a %}{% endif %}",
                          "{% if t contains s %}{% endif %}",
                          "{% if s contains n %}{% endif %}",
                          "{% assign x = s | remove: n %}",
                          "{% assign x = s | remove_last: n %}",
                          "{% assign x = s | split: n %}",
                          "{% assign x = t | map: n %}",
                          "{% assign x = t | sort %}",
                          "{% assign x = t | sort_natural %}",
                          "{% assign x = t | uniq %}",
                          "{% assign x = o | uniq %}",
                          "{% assign x = o | where: 'x', a[0] %}",
                          "{% assign x = t | sum %}",
                          "{% assign x = s.size %}",
                          "{% assign x = t[0].size %}",
                          "{% cycle a: 1, 2 %}",
                          "{% cycle s: 1, 2 %}",
                          "{{ s | size }}",
                          "{{ o | shout }}"}) {
    const auto begin = std::chrono::steady_clock::now();
    const std::string source = std::string("{% for i in (1..50000) %}") + use + "{% endfor %}";
    const auto result = try_render(compiled_page(source), props);
    ASSERT_FALSE(result.has_value()) << use;
    EXPECT_EQ(result.error().code, ErrorCode::limit_exceeded) << use << result.error().message;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << use;
  }
}

// LIQUID-20: what is put out costs what it takes to read it, also where nothing comes of it.
TEST(LiquidLimits, OutputsPassThemNeither) {
  std::string empty = "\"\"";
  for (int i = 1; i < 80'000; ++i) empty += ",\"\"";
  const std::string digits(250'000, '0');
  const json::Value props =
      parsed("{\"x\":[" + empty + "],\"o\":{\"x\":[" + empty + "]},\"y\":{\"x\":[" + empty + "]},\"d\":\"" + digits +
             "\",\"e\":\"" + digits + "}\",\"s\":\"" + std::string(100'000, 'a') + "b\"}");
  const std::string constant = "'" + std::string(100'000, 'a') + "c'";
  for (const std::string& use :
       {std::string("{{ x }}"), std::string("{{ y.x }}"), std::string("{{ o['x'] }}"),
        std::string("<b style=\"color:{{ e }}\"></b>"), std::string("<a href=\"?{{ x }}\"></a>"),
        std::string("{% cycle x: 1, 2 %}"), "{% if s == " + constant + " %}{% endif %}", std::string("{{ y[s] }}"),
        std::string("{% for j in (d..1) %}{% endfor %}"), std::string("{% for j in x limit: d %}{% endfor %}")}) {
    const std::string source = "{% for i in (1..49000) %}" + use + "{% endfor %}";
    const auto result = try_render(compiled_page(source), props);
    ASSERT_FALSE(result.has_value()) << use.substr(0, 40);
    EXPECT_THAT(result.error().message, testing::HasSubstr("too many steps")) << use.substr(0, 40);
  }
  // What ordinary values cost has not changed: a step each, and the loop's two.
  const auto usual = parsed(R"({"x":["a","b","c"],"d":"#223344"})");
  const Program program = compiled_page("{% for i in (1..1000) %}{{ x }}<b style=\"color:{{ d }}\"></b>{% endfor %}");
  const auto fits = [&](std::uint32_t steps) {
    return try_render(program, usual, false, {.steps = steps}).has_value();
  };
  EXPECT_TRUE(fits(5'020));
  EXPECT_FALSE(fits(4'900));
}

// LIQUID-19, LIQUID-20
TEST(LiquidPartials, ThatRenderThemselvesEnd) {
  const Partial once[] = {{"p", "{{ n }}{% assign n = n | plus: 1 %}{% render 'p', n: n %}"}};
  EXPECT_EQ(*run_hostile("{% render 'p', n: 1 %}", once),
            "12345678910111213141516Liquid error (p line 1): Nesting too deep");
  const Partial twice[] = {{"p", "{% render 'p' %}{% render 'p' %}{% render 'p' %}"}};
  EXPECT_TRUE(run_hostile("{% render 'p' %}", twice).has_value());
  CompileOptions options = component_options();
  options.partials = once;
  const auto component = Program::compile("<p class=\"a\">{% render 'p', n: 1 %}</p>", options);
  ASSERT_FALSE(component.has_value());
  EXPECT_THAT(component.error().front().message, testing::HasSubstr("A partial cannot render itself."));
}

// LIQUID-18
TEST(LiquidPartials, AreProvenWhereTheyStand) {
  const Partial partials[] = {
      {"text", "{{ x }}"}, {"card", "<b title=\"{{ t }}\">{% render 'text', x: t %}</b>"}, {"open", "<b>"}};
  CompileOptions options = component_options();
  options.partials = partials;
  const Program program = compiled(
      "<a class=\"a\" href=\"{% render 'text', x: u %}\">{% render 'card', t: u %}{% for i in l %}{% render 'text' for "
      "l as x %}{% endfor %}</a>",
      options);
  EXPECT_EQ(render(program, parsed(R"({"u":"javascript:\"<","l":["<",2]})")),
            "<a class=\"a s-1\" href=\"about:invalid\"><b "
            "title=\"javascript:&quot;&lt;\">javascript:&quot;&lt;</b>&lt;2&lt;2</a>");
  const auto open = Program::compile("<p class=\"a\">{% if x %}{% render 'open' %}{% endif %}</p>", options);
  EXPECT_FALSE(open.has_value());
  const auto missing = Program::compile("<p class=\"a\">{% render 'nope' %}</p>", options);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().front(), (Diagnostic{"There is no partial called \"nope\".", 1, 14}));
}

// LIQUID-17
TEST(LiquidPartials, FaultsNameThem) {
  const Partial partials[] = {{"card", "a\n {{ x | nope }}"}};
  CompileOptions options = component_options();
  options.partials = partials;
  const auto program = Program::compile("<p class=\"a\">{% render 'card' %}</p>", options);
  ASSERT_FALSE(program.has_value());
  EXPECT_EQ(program.error().front(),
            (Diagnostic{"In the partial \"card\": There is no filter called \"nope\".", 2, 9}));
}

// LIQUID-22
TEST(LiquidProgram, ComputesConstantsWhenCompiling) {
  const Program program = compiled_page(
      "{{ 'a' | upcase | append: 'b' }}{{ 1 | plus: 2 | times: 3 }}{% for i in (1..2) %}{{ i }}{% endfor %}");
  EXPECT_EQ(*try_render(program, {}, false, {.steps = 20}), "Ab912");
  EXPECT_EQ(render(compiled_page("[{{ 1 | divided_by: 0 }}]"), {}), "[]");
}

// LIQUID-23
TEST(LiquidProgram, ComponentsCannotReachTheModeWithoutEscaping) {
  EXPECT_EQ(CompileOptions().escape, Escape::html);
  EXPECT_EQ(CompileOptions().errors, ErrorMode::silent);
  for (const char* source : {"{% include 'x' %}", "{% ifchanged %}{% endifchanged %}", "{{ [name] }}"})
    EXPECT_FALSE(Program::compile(source, component_options()).has_value()) << source;
}

TEST(LiquidFaults, SayWhatToDo) {
  const auto faults = faults_of("<p class=\"a\"\n title=x\"y>z</p>");
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0], (Diagnostic{"Put double quotes around this attribute's value.", 2, 9}));
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

// LIQUID-2: also where nothing that is begun in them ends.
TEST(LiquidFaults, CommentsAndRawTextsAreReadOnce) {
  const auto repeated = [](std::string_view text) {
    std::string all;
    while (all.size() < 120'000) all += text;
    return all;
  };
  const auto begin = std::chrono::steady_clock::now();
  for (const char* opening : {"{% comment %}", "{% raw %}", "{% doc %}"})
    for (const char* content : {"{%", "{{", "{% endraw ", "{%- "})
      for (const char* ending : {"", "%}", "}"})
        EXPECT_FALSE(faults_of(opening + repeated(content) + ending).empty()) << opening << content << ending;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
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
