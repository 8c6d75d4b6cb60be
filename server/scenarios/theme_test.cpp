// The themes that come with the program, and pages in them.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

std::vector<json::Value> themes(Installation& installation) {
  const auto answer = installation.get(As::viewer, "/design-tokens/themes").json();
  const auto& items = json::find(answer, "items")->get_array();
  return {items.begin(), items.end()};
}

TEST(Themes, ThereAreThreeAndEachSaysWhatItIs) {
  Installation installation;
  std::vector<std::string> names;
  for (const json::Value& theme : themes(installation)) {
    names.emplace_back(json::find_string(theme, "name").value());
    EXPECT_FALSE(json::find_string(theme, "displayName")->empty());
    EXPECT_FALSE(json::find_string(theme, "description")->empty());
    EXPECT_NE(json::find(*json::find(theme, "tokens"), "color"), nullptr);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"atelier", "harbour", "pagewright"}));
  // A new organisation begins with one of them.
  const auto own = installation.get(As::viewer, "/design-tokens").json();
  EXPECT_EQ(*json::find(own, "tokens"), *json::find(themes(installation)[2], "tokens"));
}

TEST(Themes, AnyOfThemMayBecomeTheOrganisationsOwn) {
  Installation installation;
  for (const json::Value& theme : themes(installation)) {
    const Answer answer = installation.put(As::admin, "/design-tokens",
                                           "{\"tokens\":" + json::serialize(*json::find(theme, "tokens")) + "}");
    EXPECT_EQ(answer.status, 200U) << answer.body;
  }
}

}  // namespace
}  // namespace pagewright::scenarios
