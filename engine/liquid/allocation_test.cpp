// Counts what a run allocates: once its output has room, rendering plain outputs, loops and conditions allocates
// nothing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "engine/liquid/test_render.hpp"

namespace {
std::size_t allocations = 0;
}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size ? size : 1)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace pagewright::liquid {
namespace {

// LIQUID-21
TEST(LiquidAllocations, NoneAnOutput) {
  CompileOptions options = component_options();
  options.is_component = false;
  const auto program = Program::compile(
      "<p title=\"{{ t }}\">{{ t }}{{ o.a }}{% for i in l %}{% if i == 'x' and t contains 'b' %}{{ i | default: t }}"
      "{{ forloop.index }}{% else %}{{ i | size | plus: 2 }}{% endif %}{% assign n = i %}{{ n }}{% endfor %}</p>",
      options);
  ASSERT_TRUE(program.has_value());
  const json::Value props = *json::parse(R"({"t":"a <b> of text","o":{"a":"member"},"l":["x","y","x",4,2.5]})");
  std::vector<const json::Value*> values;
  for (const std::string& name : program->variables()) values.push_back(json::find(props, name));
  std::string out;
  ASSERT_TRUE(program->render(values, "n", nullptr, out));
  std::string again;
  again.reserve(4 * out.size() + 4096);
  const std::size_t before = allocations;
  ASSERT_TRUE(program->render(values, "n", nullptr, again));
  EXPECT_EQ(allocations - before, 0u);
  EXPECT_EQ(again, out);
}

// LIQUID-25
TEST(LiquidAllocations, OfCompilingGrowWithTheTemplate) {
  const auto compiling = [](int names) {
    std::string source;
    for (int i = 0; i < names; ++i)
      source += "{% assign a_name_that_is_long_" + std::to_string(1000 + i) + " = 1 %}{{ [x] }}";
    CompileOptions options;
    options.is_component = false;
    options.errors = ErrorMode::lax;
    options.escape = Escape::none;
    const std::size_t before = allocations;
    EXPECT_TRUE(Program::compile(source, options).has_value());
    return allocations - before;
  };
  EXPECT_LT(compiling(800), 3 * compiling(400));
}

}  // namespace
}  // namespace pagewright::liquid
