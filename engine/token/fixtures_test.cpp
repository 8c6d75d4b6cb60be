// The language-neutral cases of fixtures/tokens. PAGEWRIGHT_REBASELINE=1 writes what the engine answers; read the
// difference before you keep it.
#include <gtest/gtest.h>

#include <cstdlib>

#include "fixtures/cases.hpp"
#include "fixtures/wasm/evaluate_tokens.hpp"

namespace pagewright::token {
namespace {

// An expectation names the members that count; a case that is refused has none but "faults".
json::Object counting(const json::Value& expect, const json::Value& answer) {
  json::Object kept;
  for (const auto& member : answer.get_object())
    if (member.key() == "faults" || json::find(expect, json::view(member.key())) || expect.get_object().empty())
      kept[member.key()] = member.value();
  return kept;
}

class TokenFixtures : public testing::TestWithParam<const char*> {};

TEST_P(TokenFixtures, Hold) {
  const std::string path = std::string("tokens/") + GetParam() + ".json";
  json::Array cases = fixtures::read_cases(path);
  for (json::Value& fixture : cases) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const json::Value& expect = fixture.at("expect");
    const json::Value answer = counting(expect, fixtures::evaluate_tokens(GetParam(), fixture.at("input")));
    if (std::getenv("PAGEWRIGHT_REBASELINE"))
      fixture.get_object()["expect"] = answer;
    else
      EXPECT_EQ(json::serialize(answer), json::serialize(expect));
  }
  if (std::getenv("PAGEWRIGHT_REBASELINE")) fixtures::write_cases(path, cases);
}

INSTANTIATE_TEST_SUITE_P(Tokens, TokenFixtures, testing::Values("token_sets", "exports", "resolvers"));

}  // namespace
}  // namespace pagewright::token
