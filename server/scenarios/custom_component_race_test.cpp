// Components that change while others do something, and how many there may be.
#include <gtest/gtest.h>

#include <thread>

#include "server/scenarios/components.hpp"
#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

// Version `number`.0.0, in which the prop is called by that number, with the migrations from all before.
Promo major(unsigned number) {
  const std::string present = std::to_string(number);
  std::string migrations;
  for (unsigned older = 1; older < number; ++older) {
    const std::string from = std::to_string(older);
    const std::string to = std::to_string(older + 1);
    migrations += std::string(older == 1 ? "" : ",") + R"({"from":")" + from + R"(.x","to":")" + to +
                  R"(.0.0","steps":[{"rename":"/line)" + from + R"(","to":"line)" + to + R"("}]})";
  }
  return {.version = present + ".0.0",
          .prop = "line" + present,
          .more_definition = R"(,"migrations":[)" + migrations + "]",
          .more_body = R"(,"base":")" + std::to_string(number - 1) + R"(.0.0")"};
}

TEST(CustomComponents, OfTwoWhoSaveAtOnceTheSecondLearnsIt) {
  Installation installation;
  ASSERT_EQ(installation.post(As::editor, "/components", promo_body()).status, 201U);
  unsigned statuses[2] = {0, 0};
  const auto save = [&](unsigned which, const std::string& version) {
    statuses[which] = installation
                          .post(which == 0 ? As::editor : As::admin, "/components/promo/versions",
                                promo_body({.version = version, .more_body = R"(,"base":"1.0.0")"}))
                          .status;
  };
  std::thread other([&] { save(0, "1.1.0"); });
  save(1, "1.2.0");
  other.join();
  EXPECT_EQ(std::min(statuses[0], statuses[1]), 201U);
  EXPECT_EQ(std::max(statuses[0], statuses[1]), 409U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM component_versions"), 2);
}

// Submits one change after the other, and comes back with what was not acknowledged, as the editor does.
void type_in(Editors& editors, const std::string& page_id, unsigned changes) {
  std::shared_ptr<MemorySocket> socket;
  for (unsigned i = 1; i <= changes;) {
    if (!socket || !socket->is_open()) {
      socket = editors.connect({.page_id = page_id, .client_id = "ada"});
      const json::Value welcome = socket->client_receives();
      if (welcome.is_null()) continue;
      ASSERT_EQ(type_of(welcome), "welcome") << json::serialize(welcome);
    }
    socket->client_sends(submit("ada-" + std::to_string(i), set_text("h1", "Text " + std::to_string(i))));
    for (;;) {
      const json::Value answer = socket->client_receives();
      if (answer.is_null()) break;  // sent again over the next connection
      ASSERT_NE(type_of(answer), "refuse") << json::serialize(answer);
      if (type_of(answer) != "acknowledge") continue;
      ++i;
      break;
    }
  }
}

TEST(CustomComponents, WhatIsTypedWhileTheyChangeIsKept) {
  Installation installation;
  ASSERT_EQ(installation.post(As::editor, "/components", promo_body({.prop = "line1"})).status, 201U);
  const std::string id = installation.create_page(
      "Page", R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":"One"}},)"
              R"({"id":"p1","component":"promo","props":{"line1":"Spring"}}]})");
  constexpr unsigned changes = 60;
  auto editors = std::make_unique<Editors>(installation);
  std::thread ada([&] { type_in(*editors, id, changes); });
  for (unsigned number = 2; number <= 6; ++number) {
    const Answer saved = installation.post(As::editor, "/components/promo/versions", promo_body(major(number)));
    EXPECT_EQ(saved.status, 201U) << saved.body;
  }
  ada.join();
  const std::string page = installation.get(As::viewer, "/pages/" + id).body;
  EXPECT_NE(page.find(R"("text":"Text 60")"), std::string::npos) << page;
  EXPECT_NE(page.find(R"("props":{"line6":"Spring"})"), std::string::npos) << page;
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations WHERE transaction_id LIKE 'ada-%'"), changes);
  editors.reset();
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).body, page);
}

TEST(CustomComponents, AreAtMostTwoHundred) {
  Installation installation;
  ASSERT_TRUE(
      installation
          .run_sql("INSERT INTO component_library (id, organization_id, owner_id, name, visibility, version, "
                   "version_number, created_at, updated_at, install_count, category, display_name, description, "
                   "search_text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
                   "SELECT 'c' || i, o.id, u.id, 'c' || i, 'organization', '1.0.0', 1, 1, 1, 0, 'content', 'C', "
                   "'', 'c' FROM n, organisations o, users u WHERE o.slug <> 'elsewhere' AND u.email = "
                   "'editor@riverside.example'")
          .has_value());
  check(installation, {.name = "one more",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/components",
                       .body = promo_body(),
                       .status = 409,
                       .contains = {"at most 200 components"}});
  ASSERT_TRUE(installation.run_sql("UPDATE component_library SET deleted_at = 2 WHERE name = 'c7'").has_value());
  check(installation, {.name = "in place of one that was deleted",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/components",
                       .body = promo_body(),
                       .status = 201,
                       .events = {"component.created"}});
  check(installation, {.name = "which then has no place any more",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/components/c7/restore",
                       .status = 409});
}

}  // namespace
}  // namespace pagewright::scenarios
