// Runs the language-neutral cases of fixtures/liquid.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/liquid/program.hpp"
#include "engine/liquid/test_render.hpp"
#include "fixtures/source_directory.hpp"

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
  SCOPED_TRACE(json::find_string(fixture, "template").value());
  const json::Value answer = answer_case(fixture);
  const json::Value* error = json::find(fixture, "error");
  const json::Value* found = json::find(answer, "error");
  if (!error) {
    ASSERT_FALSE(found) << json::serialize(*found);
    EXPECT_EQ(*json::find_string(answer, "expect"), *json::find_string(fixture, "expect"));
    return;
  }
  ASSERT_TRUE(found) << "was to be refused";
  for (const auto& part : error->get_object())
    EXPECT_EQ(json::serialize(part.value()), json::serialize(found->at(part.key()))) << json::serialize(*found);
}

TEST(LiquidFixtures, AllHold) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(fixtures::source_directory() / "fixtures/liquid"))
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
