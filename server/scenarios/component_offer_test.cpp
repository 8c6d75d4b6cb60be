// Who may bring a component to a page: those whom it is offered to. What a page has, whoever edits it goes on with.
#include <gtest/gtest.h>

#include "server/scenarios/components.hpp"
#include "server/scenarios/editors.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

constexpr const char* with_promo =
    R"("structure":{"components":[{"id":"s1","component":"section","children":{"content":[)"
    R"({"id":"p1","component":"promo","props":{"title":"Spring"}}]}}]})";
constexpr const char* insert_promo = R"({"type":"insert_node","place":{"parent":null,"slot":"components","rank":"z"},)"
                                     R"("node":{"id":"p2","component":"promo","props":{"title":"Summer"}}})";

// The component "promo" is the administrator's; the editor is who tries to use it.
class ComponentOffers : public testing::Test {
 protected:
  Installation installation;

  void make(const std::string& audience) {
    const Answer made = installation.post(As::admin, "/components", promo_body({.more_body = "," + audience}));
    ASSERT_EQ(made.status, 201U) << made.body;
  }
  void show(const std::string& audience) {
    const Answer shown = installation.request(As::admin, Method::patch, "/components/promo", "{" + audience + "}");
    ASSERT_EQ(shown.status, 200U) << shown.body;
  }
  std::string make_team(const std::string& name, const std::string& user) {
    const std::string id = installation.post(As::admin, "/teams", R"({"name":")" + name + "\"}").text("id");
    EXPECT_EQ(installation.request(As::admin, Method::put, "/teams/" + id + "/members/" + user).status, 204U);
    return id;
  }
  std::string page_of_admin() {
    return installation.post(As::admin, "/pages", std::string(R"({"name":"Spring",)") + with_promo + "}").text("id");
  }
  Answer create_as(As caller) {
    return installation.post(caller, "/pages", std::string(R"({"name":"Mine",)") + with_promo + "}");
  }
  static std::string as_team(const std::string& team) { return R"("visibility":"team","teamId":")" + team + "\""; }
};

void expect_refused(const Answer& answer, const std::string& pointer, const std::string& reason) {
  EXPECT_EQ(answer.status, 422U) << answer.body;
  EXPECT_NE(answer.body.find(R"("path":")" + pointer + "\""), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find(R"("code":"component_not_offered")"), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find(reason), std::string::npos) << answer.body;
}

TEST_F(ComponentOffers, APrivateOneIsInsertedByItsOwnerAlone) {
  make(R"("visibility":"private")");
  const std::string pointer = "/structure/components/0/children/content/0";
  const std::string reason = R"(adds the component \"promo\" to a page: it is private. The node \"p1\" is one of it.)";
  expect_refused(create_as(As::editor), pointer, reason);
  EXPECT_EQ(create_as(As::admin).status, 201U);
  const std::string page = installation.create_page("Empty", two_headings);
  const std::string before = installation.get(As::editor, "/pages/" + page).body;
  expect_refused(installation.put(As::editor, "/pages/" + page, std::string("{") + with_promo + "}"), pointer, reason);
  EXPECT_EQ(installation.get(As::editor, "/pages/" + page).body, before);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + page, std::string("{") + with_promo + "}").status, 200U);
}

TEST_F(ComponentOffers, APageThatHasItGoesOn) {
  make(R"("visibility":"private")");
  const std::string page = page_of_admin();
  const std::string two = R"({"structure":{"components":[{"id":"p1","component":"promo","props":{"title":"Mine"}},)"
                          R"({"id":"p9","component":"promo"}]}})";
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, two).status, 200U);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, R"({"structure":{"components":[]}})").status, 200U);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, two).status, 200U) << "taking a step back";
  const Answer copy = installation.post(As::editor, "/pages/" + page + "/duplicate", "{}");
  EXPECT_EQ(copy.status, 201U) << copy.body;
  EXPECT_NE(copy.body.find(R"("component":"promo")"), std::string::npos);
  EXPECT_EQ(installation.post(As::editor, "/pages/" + page + "/versions/1/restore", "").status, 201U);
}

TEST_F(ComponentOffers, ATeamOneIsItsMembers) {
  const std::string team = make_team("Kitchen", editor_id(installation));
  const std::string other = make_team("Garden", viewer_id(installation));
  make(as_team(team));
  const Answer seen = installation.get(As::editor, "/components/promo");
  EXPECT_NE(seen.body.find(R"("visibility":"team","team":{"id":")" + team + R"(","name":"Kitchen"})"),
            std::string::npos)
      << seen.body;
  EXPECT_NE(seen.body.find(R"("insertable":true)"), std::string::npos) << seen.body;
  EXPECT_EQ(installation.get(As::viewer, "/components/promo").status, 404U);
  EXPECT_NE(installation.get(As::editor, "/components?visibility=team").body.find(R"("total":1)"), std::string::npos);
  EXPECT_NE(installation.get(As::viewer, "/components?visibility=team").body.find(R"("total":0)"), std::string::npos);
  EXPECT_EQ(create_as(As::editor).status, 201U);
  show(as_team(other));
  expect_refused(create_as(As::editor), "/structure/components/0/children/content/0",
                 R"(Only members of the team \"Garden\" add the component \"promo\" to a page.)");
  EXPECT_EQ(installation.remove(As::admin, "/teams/" + other).status, 409U);
  show(R"("visibility":"organization")");
  EXPECT_EQ(create_as(As::editor).status, 201U);
  EXPECT_EQ(installation.remove(As::admin, "/teams/" + other).status, 204U);
}

TEST_F(ComponentOffers, ATemplateBringsNoneThatIsNotOffered) {
  make(R"("visibility":"private")");
  const Answer made =
      installation.post(As::admin, "/templates", R"({"displayName":"Spring","pageId":")" + page_of_admin() + "\"}");
  ASSERT_EQ(made.status, 201U) << made.body;
  const std::string id = made.text("id");
  const std::string pointer = "/structure/components/0/children/content/0";
  expect_refused(installation.post(As::editor, "/templates/" + id + "/install", R"({"name":"Mine"})"), pointer,
                 "it is private");
  expect_refused(installation.post(As::editor, "/pages", R"({"name":"Mine","templateId":")" + id + "\"}"), pointer,
                 "it is private");
  EXPECT_EQ(installation.post(As::admin, "/templates/" + id + "/install", R"({"name":"Mine"})").status, 201U);
}

TEST_F(ComponentOffers, ADeletedOneComesToNoOtherPage) {
  make(R"("visibility":"organization")");
  const std::string page = page_of_admin();
  ASSERT_EQ(installation.remove(As::admin, "/components/promo?force=true").status, 204U);
  expect_refused(create_as(As::admin), "/structure/components/0/children/content/0",
                 R"(The component \"promo\" was deleted)");
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, std::string("{") + with_promo + "}").status, 200U);
}

TEST_F(ComponentOffers, ALivePageRefusesTheNodeAndSaysWhy) {
  make(R"("visibility":"private")");
  const std::string page = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = page, .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  ada->client_sends(submit("ada-1", insert_promo));
  const json::Value refused = ada->client_receives();
  EXPECT_EQ(type_of(refused), "refuse") << json::serialize(refused);
  const std::string text = json::serialize(refused);
  EXPECT_NE(text.find("/operations/0/node"), std::string::npos) << text;
  EXPECT_NE(text.find(R"(The node \"p2\" is one of it.)"), std::string::npos) << text;
  ada->client_sends(submit("ada-2", set_text("h1", "Still here")));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");

  const auto owner = editors.connect({.caller = As::admin, .page_id = page, .client_id = "owner"});
  owner->client_receives();
  owner->client_sends(submit("owner-1", insert_promo));
  EXPECT_EQ(type_of(owner->client_receives()), "acknowledge");
  ada->client_receives();
  ada->client_sends(submit("ada-3", R"({"type":"remove_node","id":"p2"})"));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");
  ada->client_sends(submit("ada-4", insert_promo));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge") << "what the page had comes back";
}

TEST_F(ComponentOffers, OpenEditorsLearnOfANewAudience) {
  make(R"("visibility":"private")");
  const std::string page = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto before = editors.connect({.page_id = page, .client_id = "a"});
  before->client_receives();
  const std::string team = make_team("Kitchen", viewer_id(installation));
  show(as_team(team));
  EXPECT_EQ(before->close_code(), 1012);
  const auto outside = editors.connect({.page_id = page, .client_id = "a"});
  outside->client_receives();
  outside->client_sends(submit("a-1", insert_promo));
  EXPECT_EQ(type_of(outside->client_receives()), "refuse");
  ASSERT_EQ(
      installation.request(As::admin, Method::put, "/teams/" + team + "/members/" + editor_id(installation)).status,
      204U);
  EXPECT_EQ(outside->close_code(), 1012);
  const auto inside = editors.connect({.page_id = page, .client_id = "a"});
  inside->client_receives();
  inside->client_sends(submit("a-2", insert_promo));
  EXPECT_EQ(type_of(inside->client_receives()), "acknowledge");
}

TEST_F(ComponentOffers, WhatChangesNothingIsToldToNobody) {
  const std::string organization = R"("visibility":"organization")";
  make(organization);
  const std::string page = installation.create_page("Page", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = page, .client_id = "ada"});
  ada->client_receives();
  const std::string before = installation.get(As::admin, "/components/promo").body;
  check(installation, {.name = "as it is",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = "/components/promo",
                       .body = "{" + organization + "}"});
  check(installation,
        {.name = "no trash", .caller = As::admin, .method = http::Method::post, .path = "/components/promo/restore"});
  EXPECT_EQ(installation.get(As::admin, "/components/promo").body, before);
  ada->client_sends(submit("ada-1", insert_promo));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");
}

// Counted from what was counted before, and exact all the same.
TEST_F(ComponentOffers, UsesAreThoseOfTheMoment) {
  make(R"("visibility":"organization")");
  const std::string page = page_of_admin();
  const auto uses = [&] { return installation.get(As::viewer, "/components/promo/usage").body; };
  EXPECT_NE(uses().find(R"("usageCount":1)"), std::string::npos);
  const std::int64_t counted = installation.count("SELECT COUNT(*) FROM component_uses");
  EXPECT_EQ(counted, 2);  // the section and the promo
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_branches WHERE uses_sequence <> sequence"), 0);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = page, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", insert_promo));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_branches WHERE uses_sequence <> sequence"), 1);
  EXPECT_NE(uses().find(R"("usageCount":2)"), std::string::npos);
  ASSERT_EQ(installation.remove(As::admin, "/pages/" + page).status, 204U);
  EXPECT_NE(uses().find(R"("usageCount":0,"items":[],"total":0)"), std::string::npos) << uses();
  ASSERT_EQ(installation.post(As::admin, "/pages/" + page + "/restore").status, 200U);
  EXPECT_NE(uses().find(R"("usageCount":2)"), std::string::npos) << uses();
}

TEST_F(ComponentOffers, UsesFromBeforeThereWerePinsCount) {
  make(R"("visibility":"organization")");
  page_of_admin();
  ASSERT_TRUE(installation.run_sql("UPDATE page_branches SET component_set_id = NULL").has_value());
  check(installation, {.name = "counted",
                       .caller = As::viewer,
                       .path = "/components/promo/usage",
                       .contains = {R"("usageCount":1)", R"("version":"","nodes":1)"}});
  EXPECT_EQ(installation.remove(As::admin, "/components/promo").status, 409U);
}

TEST_F(ComponentOffers, TriesAreLimited) {
  unsigned refused = 0;
  unsigned tried = 0;
  for (int i = 0; refused < 10U && i < 2'000; ++i) {  // some more are allowed while a slow machine gets there
    const Answer answer = installation.post(As::editor, i % 2 == 0 ? "/components/validate" : "/components/preview",
                                            i % 2 == 0 ? R"({"definition":{},"template":""})" : R"({"name":"none"})");
    if (answer.status != 429) {
      ++tried;
      continue;
    }
    ++refused;
    EXPECT_FALSE(answer.header("Retry-After").empty());
  }
  EXPECT_GE(tried, 240U);
  EXPECT_EQ(refused, 10U);
  EXPECT_EQ(installation.post(As::admin, "/components/preview", R"({"name":"heading"})").status, 200U);
}

}  // namespace
}  // namespace pagewright::scenarios
