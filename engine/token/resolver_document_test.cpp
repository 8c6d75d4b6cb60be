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

}  // namespace
}  // namespace pagewright::token
