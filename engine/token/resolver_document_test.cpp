// The limits of resolver documents; what they do stands in fixtures/tokens/resolvers.json.
#include "engine/token/resolver_document.hpp"

#include <gtest/gtest.h>

namespace pagewright::token {
namespace {

json::Value tokens_of(std::size_t bytes) {
  return json::Object{
      {"a", json::Object{{"$type", "number"}, {"$value", 1}, {"$description", std::string(bytes, 'd')}}}};
}

// The set "base" holds `source` `count` times.
json::Value resolver_of(const json::Value& source, std::size_t count, json::Object contexts) {
  return json::Object{
      {"version", "2025.10"},
      {"sets", json::Object{{"base", json::Object{{"sources", json::Array(count, source)}}}}},
      {"modifiers", json::Object{{"theme", json::Object{{"contexts", std::move(contexts)}, {"default", "c0"}}}}},
      {"resolutionOrder",
       json::Array{json::Object{{"$ref", "#/sets/base"}}, json::Object{{"$ref", "#/modifiers/theme"}}}}};
}

json::Object contexts_of(std::size_t count) {
  json::Object contexts;
  for (std::size_t i = 0; i < count; ++i)
    contexts["c" + std::to_string(i)] =
        json::Array{json::Object{{"a", json::Object{{"$type", "number"}, {"$value", static_cast<std::int64_t>(i)}}}}};
  return contexts;
}

std::string first_fault(const json::Value& source, const Files& files) {
  const auto resolver = ResolverDocument::parse(source, files);
  if (!resolver) return resolver.error().front().message;
  const auto document = document_with_themes(*resolver, {}, "");
  return document ? "none" : document.error().front().message;
}

// TOKEN-71
TEST(ResolverDocument, LimitsWhatItsSourcesHave) {
  const Files files{{"big.json", tokens_of(10'000)}};
  const json::Value reference = json::Object{{"$ref", "big.json"}};
  EXPECT_EQ(first_fault(resolver_of(reference, 400, contexts_of(2)), files), "none");
  EXPECT_EQ(first_fault(resolver_of(reference, 500, contexts_of(2)), files),
            "the resolver: its sources, each counted as often as it is used, have more than 4 MiB");
  const json::Value extended = json::Object{{"$ref", "big.json"}, {"$description", "d"}};
  EXPECT_EQ(first_fault(resolver_of(extended, 100, contexts_of(2)), files), "none");
  EXPECT_EQ(first_fault(resolver_of(extended, 500, contexts_of(2)), files),
            "the resolver: what has members beside its $ref has more than 4 MiB");
}

// TOKEN-63
TEST(ResolverDocument, LimitsTheContextsThatBecomeThemes) {
  EXPECT_EQ(first_fault(resolver_of(tokens_of(1), 1, contexts_of(21)), {}), "none");
  EXPECT_EQ(first_fault(resolver_of(tokens_of(1), 1, contexts_of(22)), {}),
            "theme: has more contexts than there can be themes: 20 beside its own");
}

// TOKEN-72
TEST(ResolverDocument, RefusesAContextWithATokenThatTheChosenOneLacks) {
  const auto token = [](int value) { return json::Object{{"$type", "number"}, {"$value", value}}; };
  json::Object contexts{{"c0", json::Array{json::Object{{"a", token(1)}}}},
                        {"c1", json::Array{json::Object{{"a", token(2)}, {"g", json::Object{{"b", token(3)}}}}}}};
  EXPECT_EQ(
      first_fault(resolver_of(json::Object(), 1, contexts), {}),
      "theme.c1: has the token g.b, which the context \"c0\" lacks; give the same token to \"c0\" or to a set, or "
      "take it out of \"c1\"");
  const json::Value source = resolver_of(json::Object(), 1, contexts);
  const auto resolver = ResolverDocument::parse(source, {});
  ASSERT_TRUE(resolver);
  EXPECT_TRUE(document_with_themes(*resolver, json::Object{{"theme", "C1"}}, "")) << "of c1 nothing is lacking";
  EXPECT_EQ(first_fault(resolver_of(json::Object{{"g", json::Object{{"b", token(4)}}}}, 1, contexts), {}), "none");
}

// TOKEN-47, TOKEN-72
TEST(ResolverDocument, KnowsTheTokensThatAGroupInherits) {
  const json::Value token = json::Object{{"$type", "number"}, {"$value", 1}};
  const json::Object base{{"a", json::Object{{"x", token}}}, {"b", json::Object{{"$extends", "{a}"}}}};
  json::Object contexts{{"c0", json::Array{}},
                        {"c1", json::Array{json::Object{{"b", json::Object{{"x", json::Object{{"$value", 2}}}}}}}}};
  EXPECT_EQ(first_fault(resolver_of(base, 1, contexts), {}), "none");
}

}  // namespace
}  // namespace pagewright::token
