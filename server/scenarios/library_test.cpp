// Components, templates, design tokens, the sample organisation.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

TEST(Library, GivesComponentsWithAnETag) {
  Installation installation;
  const Answer all = installation.get(As::viewer, "/components");
  EXPECT_EQ(all.status, 200U);
  for (const char* name : {"hero", "card", "chart", "gallery"})
    EXPECT_NE(all.body.find("\"name\":\"" + std::string(name) + "\""), std::string::npos) << name;
  const Answer again = installation.request(As::viewer, http::Method::get, "/components", "",
                                            {{"If-None-Match", std::string(all.header("ETag"))}});
  EXPECT_EQ(again.status, 304U);
  EXPECT_TRUE(again.body.empty());
  check(installation, {.name = "one",
                       .caller = As::viewer,
                       .path = "/components/card",
                       .contains = {"\"definition\"", "\"template\"", "\"style\"", "\"sample\""}});
  check(installation, {.name = "none", .caller = As::viewer, .path = "/components/nonsense", .status = 404});
}

TEST(Library, InstallsTemplatesAsPages) {
  Installation installation;
  const auto templates = installation.get(As::viewer, "/templates");
  EXPECT_EQ(templates.body.find("\"document\""), std::string::npos);
  const json::Value listing = templates.json();
  ASSERT_GE(json::find(listing, "items")->get_array().size(), 3U);
  for (const json::Value& item : json::find(listing, "items")->get_array()) {
    const std::string id(json::find_string(item, "id").value());
    check(installation, {.name = id, .caller = As::viewer, .path = "/templates/" + id, .contains = {"\"document\""}});
    check(installation, {.name = "install " + id,
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = "/templates/" + id + "/install",
                         .body = R"({"name":"Page from )" + id + "\"}",
                         .status = 201,
                         .contains = {"\"components\":[{", R"("latestVersionNumber":1)"},
                         .events = {"page.created"}});
    check(installation, {.name = "create from " + id,
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = "/pages",
                         .body = R"({"name":"Another","templateId":")" + id + "\"}",
                         .status = 201,
                         .contains = {"\"components\":[{"},
                         .events = {"page.created"}});
  }
  check(installation, {.name = "no such template", .caller = As::viewer, .path = "/templates/none", .status = 404});
}

TEST(Library, DesignTokensAreCheckedAndReplaced) {
  Installation installation;
  const json::Value before = installation.get(As::viewer, "/design-tokens").json();
  ASSERT_TRUE(json::find(before, "tokens"));
  EXPECT_FALSE(json::find_string(before, "baseCss").value_or("").empty());

  json::Object tokens = json::find(before, "tokens")->get_object();
  tokens["added"] = json::parse(R"({"$type":"color","one":{"$value":"#123456"}})").value();
  const std::string body = R"({"tokens":)" + json::serialize(json::Value(tokens)) + "}";
  check(installation, {.name = "replace",
                       .caller = As::admin,
                       .method = http::Method::put,
                       .path = "/design-tokens",
                       .body = body,
                       .contains = {"\"added\""},
                       .events = {"design_tokens.updated"}});
  installation.restart_abruptly();
  EXPECT_NE(installation.get(As::viewer, "/design-tokens").body.find("\"added\""), std::string::npos);

  check(installation, {.name = "an unknown alias",
                       .caller = As::admin,
                       .method = http::Method::put,
                       .path = "/design-tokens",
                       .body = R"({"tokens":{"color":{"$type":"color","a":{"$value":"{color.missing}"}}}})",
                       .status = 422,
                       .contains = {"\"path\":\"/tokens"}});
  check(installation, {.name = "nothing",
                       .caller = As::admin,
                       .method = http::Method::put,
                       .path = "/design-tokens",
                       .body = "{}",
                       .status = 422});
}

TEST(Seed, HasThreePagesOfWhichOneIsPublished) {
  Installation installation({.seed = true, .people = false});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages"), 3);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages WHERE status = 'published'"), 1);
  EXPECT_TRUE(installation.sites().current()->artifacts().contains("/"));
  EXPECT_FALSE(installation.first_run_token().empty());
  installation.restart_abruptly();
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages"), 3);
}

}  // namespace
}  // namespace pagewright::scenarios
