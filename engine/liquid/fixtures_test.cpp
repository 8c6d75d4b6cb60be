// Runs the language-neutral cases of fixtures/liquid.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/liquid/program.hpp"
#include "engine/liquid/test_render.hpp"

namespace pagewright::liquid {
namespace {

json::Value read_json(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  auto value = json::parse(text.str());
  if (!value) ADD_FAILURE() << path << ": " << value.error().message;
  return value ? *value : json::Value();
}

void check_case(const json::Value& fixture) {
  SCOPED_TRACE(json::find_string(fixture, "name").value_or("a case without a name"));
  const std::string source(json::find_string(fixture, "template").value());
  const json::Value* component = json::find(fixture, "component");
  const json::Value* data = json::find(fixture, "data");
  CompileOptions options = component_options();
  options.is_component = component && component->as_bool();
  const auto program = Program::compile(source, options);
  if (const json::Value* error = json::find(fixture, "error")) {
    ASSERT_FALSE(program.has_value()) << "was to be refused: " << source;
    const Diagnostic& first = program.error().front();
    EXPECT_EQ(first.line, json::find(*error, "line")->as_int64()) << first.message;
    EXPECT_EQ(first.column, json::find(*error, "column")->as_int64()) << first.message;
    return;
  }
  ASSERT_TRUE(program.has_value()) << program.error().front().message << " at " << program.error().front().line << ":"
                                   << program.error().front().column << "\n"
                                   << source;
  EXPECT_EQ(render(*program, data ? *data : json::Value(json::Object())), json::find_string(fixture, "expect").value());
}

TEST(LiquidFixtures, AllHold) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PAGEWRIGHT_SOURCE_DIRECTORY "/fixtures/liquid"))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::ranges::sort(files);
  std::size_t count = 0;
  for (const auto& path : files) {
    SCOPED_TRACE(path.filename().string());
    const json::Value cases = read_json(path);
    ASSERT_TRUE(cases.is_array());
    for (const json::Value& fixture : cases.get_array()) check_case(fixture);
    count += cases.get_array().size();
  }
  EXPECT_GT(count, 250u);
}

}  // namespace
}  // namespace pagewright::liquid
