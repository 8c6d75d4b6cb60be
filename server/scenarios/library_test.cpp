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
  check(installation, {.name = "one with partials",
                       .caller = As::viewer,
                       .path = "/components/list",
                       .contains = {R"("partials":{"item":"<li class=)", R"({%- render \"item\" for items)"}});
  check(installation,
        {.name = "one without", .caller = As::viewer, .path = "/components/heading", .absent = {"\"partials\""}});
  EXPECT_NE(all.body.find(R"("partials":{"item":"<li class=)"), std::string::npos);
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

TEST(Library, DesignTokensAreKeptAsTheyWereWritten) {
  Installation installation;
  const std::string tokens =
      R"({ "a" : {"$type":"number", "$value": 1.50, "$extensions":{"org.example":[1e3,"\u0041"]}} })";
  check(installation, {.name = "replace",
                       .caller = As::admin,
                       .method = http::Method::put,
                       .path = "/design-tokens",
                       .body = R"({"tokens":)" + tokens + "}",
                       .contains = {tokens},
                       .events = {"design_tokens.updated"}});
  const Answer file = installation.get(As::viewer, "/design-tokens/export?format=dtcg");
  EXPECT_EQ(file.body, tokens);
  EXPECT_EQ(file.header("Content-Type"), "application/design-tokens+json");
}

TEST(Library, DesignTokenFaultsNameTheirPlace) {
  Installation installation;
  check(installation, {.name = "in a group and in a theme",
                       .caller = As::admin,
                       .method = http::Method::put,
                       .path = "/design-tokens",
                       .body = R"({"tokens":{"color":{"$type":"color","a/b":{"$value":"{color.c}"}}}})",
                       .status = 422,
                       .contains = {R"("path":"/tokens/color/a~1b")", "refers to {color.c}, which is no token here"}});
  check(
      installation,
      {.name = "in a theme",
       .caller = As::admin,
       .method = http::Method::put,
       .path = "/design-tokens",
       .body =
           R"({"tokens":{"a":{"$type":"number","$value":1},"$extensions":{"org.pagewright.themes":{"dark":{"a":{"$value":"x"}}}}}})",
       .status = 422,
       .contains = {R"("path":"/tokens/$extensions/org.pagewright.themes/dark/a")"}});
}

TEST(Library, DesignTokensAreExported) {
  Installation installation;
  const std::string tokens =
      R"({"color":{"$type":"color","ink":{"$value":"#111111"}},"$extensions":{"org.pagewright.themes":{"dark":{"color":{"ink":{"$value":"#eeeeee"}}}}}})";
  ASSERT_EQ(installation.put(As::admin, "/design-tokens", R"({"tokens":)" + tokens + "}").status, 200U);
  struct Case {
    std::string query;
    std::string type;
    std::string name;
    std::string contains;
  };
  for (const Case& each : std::vector<Case>{
           {"", "text/css; charset=utf-8", "design.css", "  --color-ink: #111111;\n"},
           {"?format=css&theme=dark", "text/css; charset=utf-8", "design.dark.css", "  --color-ink: #eeeeee;\n"},
           {"?format=scss", "text/x-scss; charset=utf-8", "design.scss", "$color-ink: #111111;\n"},
           {"?format=json", "application/json", "design.json", R"("customProperty":"--color-ink")"},
           {"?format=json-nested&theme=dark", "application/json", "design.dark.nested.json",
            R"({"color":{"ink":"#eeeeee"}})"},
           {"?format=tailwind", "text/css; charset=utf-8", "design.tailwind.css",
            "@theme {\n  --color-ink: #111111;\n"},
           {"?format=tailwind-config", "text/javascript; charset=utf-8", "design.tailwind.config.js",
            R"("ink": "#111111")"},
           {"?format=dtcg", "application/design-tokens+json", "design.tokens.json", tokens}}) {
    SCOPED_TRACE(each.query);
    const Answer file = installation.get(As::viewer, "/design-tokens/export" + each.query);
    EXPECT_EQ(file.status, 200U) << file.body;
    EXPECT_EQ(file.header("Content-Type"), each.type);
    EXPECT_EQ(file.header("Content-Disposition"), "attachment; filename=\"" + each.name + "\"");
    EXPECT_NE(file.body.find(each.contains), std::string::npos) << file.body;
  }
  const auto refused = [&](const std::string& query, const std::string& fault) {
    check(installation, {.name = query,
                         .caller = As::viewer,
                         .path = "/design-tokens/export" + query,
                         .status = 400,
                         .contains = {"problems/malformed", fault}});
  };
  refused("?format=less", R"(The parameter format must be one of \"css\", \"scss\",)");
  refused("?theme=bright", R"(The parameter theme must be a theme of the design tokens, is \"bright\".)");
  refused("?format=dtcg&theme=dark", "The parameter theme can't be chosen for dtcg, which holds all themes.");
  check(installation, {.name = "nobody", .caller = As::nobody, .path = "/design-tokens/export", .status = 401});
  EXPECT_NE(installation.get(As::stranger, "/design-tokens/export").body.find(":root"), std::string::npos);
  EXPECT_EQ(installation.get(As::stranger, "/design-tokens/export").body.find("#111111;"), std::string::npos);
}

TEST(Library, ResolverDocumentsAreImported) {
  Installation installation;
  const std::string resolver =
      R"({"version":"2025.10","sets":{"base":{"sources":[{"$ref":"base.json"}]}},)"
      R"("modifiers":{"theme":{"contexts":{"light":[],"dark":[{"ink":{"$value":"#eee"}}]},"default":"light"}},)"
      R"("resolutionOrder":[{"$ref":"#/sets/base"},{"$ref":"#/modifiers/theme"}]})";
  const std::string files = R"(,"files":{"base.json":{"ink":{"$type":"color","$value":"#111"}}})";
  check(installation, {.name = "with its files",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = "/design-tokens/import",
                       .body = R"({"resolver":)" + resolver + files + "}",
                       .contains = {R"("org.pagewright.themes":{"dark":{"ink":{)"},
                       .events = {"design_tokens.updated"}});
  EXPECT_NE(installation.get(As::viewer, "/design-tokens/export?theme=dark").body.find("--ink: #eee;"),
            std::string::npos);
  const auto refused = [&](const char* name, const std::string& body, const std::string& contains) {
    check(installation, {.name = name,
                         .caller = As::admin,
                         .method = http::Method::post,
                         .path = "/design-tokens/import",
                         .body = body,
                         .status = 422,
                         .contains = {contains}});
  };
  refused("without its files", R"({"resolver":)" + resolver + "}",
          R"(refers to \"base.json\", which was not handed in)");
  refused("with a wrong input", R"({"resolver":)" + resolver + files + R"(,"inputs":{"size":"big"}})",
          "size: is no modifier");
  refused("tokens that are wrong",
          R"({"resolver":)" + resolver + R"(,"files":{"base.json":{"ink":{"$type":"color","$value":5}}}})",
          R"("path":"/tokens/ink")");
  refused("nothing", "{}", R"("path":"/resolver")");
  check(installation, {.name = "an editor may not",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = "/design-tokens/import",
                       .body = "{}",
                       .status = 403});
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
