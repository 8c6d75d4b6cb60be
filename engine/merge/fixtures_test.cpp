#include <gtest/gtest.h>

#include <cstdlib>

#include "fixtures/cases.hpp"
#include "fixtures/merge_answers.hpp"

namespace pagewright::merge {
namespace {

void check(const std::string& path, json::Value (*answer)(const json::Value&)) {
  json::Array cases = fixtures::read_cases(path);
  for (json::Value& fixture : cases) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    json::Value answered = answer(fixture.at("input"));
    const json::Value* expect = json::find(fixture, "expect");
    if (std::getenv("PAGEWRIGHT_REBASELINE"))
      fixture.get_object()["expect"] = std::move(answered);
    else
      EXPECT_EQ(json::serialize(answered), expect ? json::serialize(*expect) : "");
  }
  if (std::getenv("PAGEWRIGHT_REBASELINE")) fixtures::write_cases(path, cases);
}

// The rules that each case proves stand in its "spec".
TEST(MergeFixtures, Differences) {
  check("merge/differences.json", fixtures::difference_answer);
}
TEST(MergeFixtures, Merges) {
  check("merge/merges.json", fixtures::merge_answer);
}
TEST(MergeFixtures, Resolutions) {
  check("merge/resolutions.json", fixtures::merge_answer);
}

}  // namespace
}  // namespace pagewright::merge
