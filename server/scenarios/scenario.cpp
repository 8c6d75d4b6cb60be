#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

void check(Installation& installation, const Scenario& scenario) {
  SCOPED_TRACE(scenario.name);
  const auto before = installation.events();
  const Answer answer = installation.request(scenario.caller, scenario.method, scenario.path, scenario.body);
  EXPECT_EQ(answer.status, scenario.status) << answer.body;
  for (const std::string& text : scenario.contains)
    EXPECT_NE(answer.body.find(text), std::string::npos) << text << "\n" << answer.body;
  for (const std::string& text : scenario.absent)
    EXPECT_EQ(answer.body.find(text), std::string::npos) << text << "\n" << answer.body;
  if (answer.status >= 400) {
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(json::find(answer.json(), "status") != nullptr, true);
  }
  auto after = installation.events();
  after.erase(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(before.size()));
  EXPECT_EQ(after, scenario.events);
}

}  // namespace pagewright::scenarios
