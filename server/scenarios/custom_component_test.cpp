// Components that organisations make: who may, what is refused, what pages make of them.
#include <gtest/gtest.h>

#include "server/scenarios/components.hpp"
#include "server/scenarios/editors.hpp"
#include "server/scenarios/observed.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

Scenario made(const std::string& name, const std::string& body, unsigned status = 201) {
  return {.name = name,
          .caller = As::editor,
          .method = Method::post,
          .path = "/components",
          .body = body,
          .status = status,
          .events = status == 201 ? std::vector<std::string>{"component.created"} : std::vector<std::string>{}};
}

Scenario saved(const std::string& name, const Promo& promo, const std::string& base, unsigned status = 201) {
  Promo next = promo;
  next.more_body += R"(,"base":")" + base + "\"";
  return {.name = name,
          .caller = As::editor,
          .method = Method::post,
          .path = "/components/promo/versions",
          .body = promo_body(next),
          .status = status,
          .events = status == 201 ? std::vector<std::string>{"component.updated"} : std::vector<std::string>{}};
}

Scenario seen(const std::string& name, As caller, const std::string& path, std::vector<std::string> contains,
              std::vector<std::string> absent = {}, unsigned status = 200) {
  return {.name = name,
          .caller = caller,
          .path = path,
          .status = status,
          .contains = std::move(contains),
          .absent = std::move(absent)};
}

TEST(CustomComponents, AreListedBesideTheBuiltInOnes) {
  Installation installation;
  const std::string before = installation.get(As::viewer, "/components").text("library");
  Scenario create = made("create", promo_body());
  create.contains = {R"("source":"custom","insertable":true)", R"("visibility":"organization")", R"("name":"promo")"};
  check(installation, create);
  check(installation, seen("with the others", As::viewer, "/components",
                           {R"("name":"hero")", R"("name":"promo")", R"("source":"built-in")"}));
  EXPECT_NE(installation.get(As::viewer, "/components").text("library"), before);
  check(installation, seen("alone", As::viewer, "/components/promo", {R"(<p class=\"pw-promo\">)"}));
  check(installation, seen("custom ones", As::viewer, "/components?source=custom",
                           {R"("name":"promo")", R"("total":1)"}, {R"("name":"hero")"}));
  check(installation, seen("built-in ones", As::viewer, "/components?source=built-in&limit=1", {R"("limit":1)"},
                           {R"("name":"promo")"}));
  check(installation, seen("found", As::viewer, "/components?search=promót", {R"("total":1)"}));
  check(installation, seen("not found", As::viewer, "/components?search=promo&category=media", {R"("total":0)"}));
  check(installation, seen("by the search over everything", As::viewer, "/search?q=promotion",
                           {R"({"kind":"component","id":"promo","title":"Promotion","detail":"A line."})"}));
  check(installation, seen("by nobody else", As::stranger, "/components", {}, {"promo"}));
  check(installation, seen("by nobody else, alone", As::stranger, "/components/promo", {}, {}, 404));
  const Answer item = installation.get(As::viewer, "/components/promo");
  EXPECT_EQ(installation
                .request(As::viewer, Method::get, "/components/promo", "",
                         {{"If-None-Match", std::string(item.header("ETag"))}})
                .status,
            304U);
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/components/promo").body, item.body);
}

TEST(CustomComponents, AreRefusedWithWhatIsWrongAndWhere) {
  Installation installation;
  check(installation, made("the first", promo_body()));
  const auto refused = [&](const std::string& name, const std::string& body, unsigned status, const std::string& says) {
    Scenario scenario = made(name, body, status);
    scenario.contains = {says};
    check(installation, scenario);
  };
  const auto with = [](const std::string& definition, const std::string& html, const std::string& more = "") {
    return R"({"definition":)" + definition + R"(,"template":")" + html + "\"" + more + "}";
  };
  const std::string plain = R"({"name":"plain","display_name":"Plain","category":"content","version":"1.0.0"})";
  refused("a taken name", promo_body(), 409, "Another component has the name");
  refused("a built-in's name", promo_body({.name = "card"}), 422, R"("path":"/definition/name")");
  refused("no definition", "{}", 422, "/definition");
  refused("a script", with(plain, R"(<p class=\"pw-plain\"><script>x</script></p>)"), 422, R"("path":"/template")");
  refused("an unknown filter", with(plain, R"(<p class=\"pw-plain\">\n  {{ a | shout }}</p>)"), 422, "line 2, column");
  refused("an unknown variable", with(plain, R"(<p class=\"pw-plain\">{{ headline }}</p>)"), 422, "headline");
  refused("a style of others", with(plain, R"(<p class=\"pw-plain\"></p>)", R"(,"style":"body { display: none }")"),
          422, R"("path":"/style")");
  refused("a slot that is none", with(plain, R"(<div class=\"pw-plain\">{% slot \"content\" %}</div>)"), 422,
          R"("path":"/template")");
  refused("a sample that does not fit",
          promo_body({.more_body = R"(,"sample":{"props":{"title":7}})", .name = "other"}), 422,
          R"("path":"/sample/props/title")");
  refused("text that is no JSON", R"({"definition":"{\n  \"name\": promo","template":""})", 422, "line 2, column");
  refused("a team", promo_body({.more_body = R"(,"visibility":"team")", .name = "other"}), 422, R"("path":"/teamId")");
  refused("a team that is none",
          promo_body({.more_body = R"(,"visibility":"team","teamId":"01900000-0000-7000-8000-000000000000")",
                      .name = "other"}),
          422, "must be the id of a team of your organisation");
  refused("a team beside another audience",
          promo_body({.more_body = R"(,"visibility":"private","teamId":"01900000-0000-7000-8000-000000000000")",
                      .name = "other"}),
          422, R"("path":"/teamId")");
  refused("for everyone, by an editor", promo_body({.more_body = R"(,"visibility":"public")", .name = "other"}), 403,
          "Only administrators");
  Scenario by_viewer = made("a viewer", promo_body({.name = "other"}), 403);
  by_viewer.caller = As::viewer;
  check(installation, by_viewer);
  const Answer large = installation.post(
      As::editor, "/components",
      with(plain, R"(<p class=\"pw-plain\"></p>)", R"(,"style":")" + std::string(131'073, ' ') + "\""));
  EXPECT_EQ(large.status, 422U);
}

TEST(CustomComponents, AreCheckedWithoutBeingKept) {
  Installation installation;
  const auto validate = [&](const std::string& name, const std::string& body, std::vector<std::string> contains) {
    check(installation, {.name = name,
                         .caller = As::editor,
                         .method = Method::post,
                         .path = "/components/validate",
                         .body = body,
                         .contains = std::move(contains)});
  };
  validate("as it should be", promo_body(), {R"({"isValid":true,"diagnostics":[]})"});
  validate("places in a text",
           R"({"definition":"{\n \"name\": \"promo\",\n \"display_name\": \"P\", \"category\": \"food\",\n)"
           R"( \"version\": \"1.0.0\"}","template":""})",
           {R"("isValid":false)", R"("file":"definition","line":3,"column":23,"path":"/category")"});
  validate("no places in an object", promo_body({.more_definition = R"(,"slots":{"Bad":{}})"}),
           {R"("file":"definition","line":null,"column":null,"path":"/slots/Bad")"});
  validate("a partial",
           promo_body({.prop = "title", .more_body = R"(,"partials":{"item":"<b>\n{{ x | shout }}</b>"})"}),
           {R"("isValid":true)"});
  validate("a prop that nobody reads", promo_body({.more_definition = R"(,"slots":{"content":{}})"}),
           {R"("isValid":true)", R"("severity":"warning")", R"("path":"/slots/content")"});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM component_library"), 0);
}

TEST(CustomComponents, ArePreviewedAlone) {
  Installation installation;
  const auto preview = [&](const std::string& name, const std::string& body, std::vector<std::string> contains,
                           unsigned status = 200) {
    check(installation, {.name = name,
                         .caller = As::editor,
                         .method = Method::post,
                         .path = "/components/preview",
                         .body = body,
                         .status = status,
                         .contains = std::move(contains)});
  };
  preview("a draft", promo_body({.more_body = R"(,"props":{"title":"<Hello>"})"}),
          {R"(<p class=\"pw-promo\">&lt;Hello&gt;</p>)", R"(.pw-promo{color:var(--color-primary)})"});
  preview("of the sample", promo_body({.more_body = R"(,"sample":{"props":{"title":"Sample"}})"}), {">Sample</p>"});
  preview("one that there is", R"({"name":"heading","props":{"text":"Hi"}})", {">Hi</h"});
  preview("props that do not fit", R"({"name":"heading","props":{"text":7}})", {R"("path":"/props/text")"}, 422);
  preview("neither", R"({"props":{}})", {R"("path":"/name")"}, 422);
  preview("none of that name", R"({"name":"nonsense"})", {}, 404);
  check(installation, made("create", promo_body()));
  check(installation, saved("next", {.version = "2.0.0", .prop = "line"}, "1.0.0"));
  preview("an older version", R"({"name":"promo","version":"1.0.0","props":{"title":"Old"}})", {">Old</p>"});
  preview("the present version", R"({"name":"promo","props":{"line":"New"}})", {">New</p>"});
}

TEST(CustomComponents, HaveVersionsThatGoUpwards) {
  Installation installation;
  check(installation, made("create", promo_body()));
  check(installation, saved("a greater one", {.version = "1.1.0"}, "1.0.0"));
  Scenario late = saved("somebody else was faster", {.version = "1.2.0"}, "1.0.0", 409);
  late.contains = {"Somebody has saved version 1.1.0 meanwhile", R"("path":"/base")"};
  check(installation, late);
  Scenario lower = saved("a lower one", {.version = "1.0.5"}, "1.1.0", 422);
  lower.contains = {R"("path":"/definition/version")", "must be greater than 1.1.0"};
  check(installation, lower);
  Scenario breaking = saved("a prop that is gone", {.version = "1.2.0", .prop = "line"}, "1.1.0", 422);
  breaking.contains = {"is gone: this needs a new major version, or migrations"};
  check(installation, breaking);
  check(installation, saved("a new major version", {.version = "2.0.0", .prop = "line"}, "1.1.0"));
  check(installation, seen("all versions", As::viewer, "/components/promo/versions",
                           {R"("total":3)", R"({"items":[{"version":"2.0.0")"}, {R"("template")"}));
  check(installation, seen("an older one", As::viewer, "/components/promo/versions/1.1.0",
                           {R"("version":"1.1.0","author")", "{{ title }}"}));
  check(installation, seen("none", As::viewer, "/components/promo/versions/9.0.0", {}, {}, 404));
  check(installation, seen("of a built-in one", As::viewer, "/components/card/versions", {}, {}, 404));
}

TEST(CustomComponents, APageTakesTheNewVersion) {
  Installation installation;
  check(installation, made("create", promo_body()));
  const std::string id = promo_page(installation, "Page", "title", "Spring");
  publish_somewhere(installation, id);
  const auto published = served(installation);
  const Promo next{
      .version = "2.0.0",
      .prop = "line",
      .more_definition = R"(,"migrations":[{"from":"1.x","to":"2.0.0","steps":[{"rename":"/title","to":"line"}]}])"};
  check(installation, {.name = "foretold",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/components/promo/upgrade",
                       .body = promo_body(next),
                       .contains = {R"("to":"2.0.0")", R"("before":{"title":"Spring"},"after":{"line":"Spring"})"}});
  check(installation, saved("save", next, "1.0.0"));
  check(installation, seen("a dry run of what is saved", As::editor, "/components/promo/upgrade",
                           {R"("from":"1.0.0","nodes":[{"id":"p1")"}));
  check(installation, seen("upgraded", As::viewer, "/pages/" + id, {R"("props":{"line":"Spring"})"}));
  check(installation, seen("done", As::editor, "/components/promo/upgrade", {R"("total":0)"}));
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id + "/preview").body.find(">Spring</p>"), std::string::npos);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations WHERE label = 'Update components'"), 1);
  EXPECT_EQ(served(installation), published);
}

TEST(CustomComponents, AreCountedWhereTheyStand) {
  Installation installation;
  check(installation, made("create", promo_body()));
  const std::string id = promo_page(installation, "Page", "title", "Spring");
  promo_page(installation, "Other", "title", "Summer");
  installation.create_page("Without");
  ASSERT_EQ(installation.post(As::editor, "/pages/" + id + "/branches", R"({"name":"autumn"})").status, 201U);
  check(installation, seen("usage", As::viewer, "/components/promo/usage",
                           {R"("usageCount":3)", R"("total":3)",
                            R"("pageName":"Page","slug":"page","branch":"autumn","version":"1.0.0","nodes":1)"},
                           {"Without"}));
  check(installation, seen("a slice", As::viewer, "/components/promo/usage?limit=1&offset=2", {R"("pageName":"Other")"},
                           {R"("pageName":"Page")"}));
  check(installation, seen("of a built-in one", As::viewer, "/components/card/usage", {R"("usageCount":0)"}));
  check(installation, seen("of others", As::stranger, "/components/promo/usage", {}, {}, 404));
}

TEST(CustomComponents, ADeletedOneGoesOnToRender) {
  Installation installation;
  check(installation, made("create", promo_body()));
  const std::string id = promo_page(installation, "Page", "title", "Spring");
  const auto remove = [&](const std::string& name, const std::string& path, unsigned status) {
    check(installation,
          {.name = name,
           .caller = As::editor,
           .method = Method::delete_,
           .path = path,
           .status = status,
           .events = status == 204 ? std::vector<std::string>{"component.deleted"} : std::vector<std::string>{}});
  };
  remove("in use", "/components/promo", 409);
  remove("all the same", "/components/promo?force=true", 204);
  check(installation, seen("not offered", As::viewer, "/components?source=custom", {R"("total":0)"}));
  check(installation, seen("in the trash", As::viewer, "/components?trash=true", {R"("total":1)"}));
  check(installation,
        seen("there to render", As::viewer, "/components", {R"("insertable":false)", R"("name":"promo")"}));
  installation.restart_abruptly();
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id + "/preview").body.find(">Spring</p>"), std::string::npos);
  Scenario again = made("its name", promo_body(), 409);
  again.contains = {"restore it"};
  check(installation, again);
  check(installation, saved("no new version", {.version = "1.1.0"}, "1.0.0", 409));
  check(installation, {.name = "restored",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/components/promo/restore",
                       .contains = {R"("deletedAt":null)", R"("insertable":true)"},
                       .events = {"component.restored"}});
  check(installation, seen("offered", As::viewer, "/components?source=custom", {R"("total":1)"}));
}

TEST(CustomComponents, APrivateOneIsItsOwnersAndRendersForAll) {
  Installation installation;
  check(installation, made("create", promo_body({.more_body = R"(,"visibility":"private")"})));
  const std::string id = promo_page(installation, "Page", "title", "Spring");
  check(installation, seen("its owner", As::editor, "/components?visibility=private", {R"("total":1)"}));
  check(installation, seen("others", As::viewer, "/components?visibility=private", {R"("total":0)"}));
  check(installation, seen("nor by search", As::viewer, "/search?q=promotion", {R"("component":0)"}));
  check(installation, seen("nor by name", As::viewer, "/components/promo", {}, {}, 404));
  check(installation, seen("an administrator by name", As::admin, "/components/promo", {R"("insertable":false)"}));
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id + "/preview").body.find(">Spring</p>"), std::string::npos);
  const auto change = [&](const std::string& name, As caller, const std::string& visibility, unsigned status,
                          std::vector<std::string> events) {
    check(installation, {.name = name,
                         .caller = caller,
                         .method = Method::patch,
                         .path = "/components/promo",
                         .body = R"({"visibility":")" + visibility + "\"}",
                         .status = status,
                         .events = std::move(events)});
  };
  change("to all members", As::editor, "organization", 200, {"component.updated"});
  change("once more", As::editor, "organization", 200, {});
  change("to everybody", As::editor, "public", 403, {});
  change("to everybody, by an administrator", As::admin, "public", 200, {"component.updated"});
  change("to a team, without saying which", As::admin, "team", 422, {});
}

TEST(CustomComponents, PublicOnesAreInstalledAsCopies) {
  Installation installation;
  Scenario create = made("create", promo_body({.more_body = R"(,"visibility":"public")"}));
  create.caller = As::admin;
  check(installation, create);
  check(installation, seen("not their own", As::viewer, "/component-gallery", {R"("total":0)"}));
  const Answer gallery = installation.get(As::stranger, "/component-gallery?search=promo&category=content");
  ASSERT_NE(gallery.body.find(R"("total":1)"), std::string::npos) << gallery.body;
  const std::string id(json::find_string(json::find(gallery.json(), "items")->get_array()[0], "id").value());
  check(installation, seen("with its parts", As::stranger, "/component-gallery/" + id, {"{{ title }}"}));
  const Scenario install{.name = "install",
                         .caller = As::stranger,
                         .method = Method::post,
                         .path = "/component-gallery/" + id + "/install",
                         .status = 201,
                         .contains = {R"("installedFrom":")" + id, R"("visibility":"organization")"},
                         .events = {"component.created"}};
  check(installation, install);
  Scenario twice = install;
  twice.status = 409;
  twice.contains = {"Another component has the name"};
  twice.events = {};
  check(installation, twice);
  check(installation, seen("counted", As::stranger, "/component-gallery", {R"("installCount":1)"}));
  check(installation, seen("of its own", As::stranger, "/components/promo", {R"("source":"custom")"}));
  ASSERT_EQ(
      installation.request(As::admin, Method::patch, "/components/promo", R"({"visibility":"organization"})").status,
      200U);
  check(installation, seen("withdrawn", As::stranger, "/component-gallery/" + id, {}, {}, 404));
}

TEST(CustomComponents, OpenEditorsComeBackToTheNewLibrary) {
  Installation installation;
  const std::string id = installation.create_page("Page", two_headings);
  Editors editors(installation);
  const auto first = editors.connect({.page_id = id, .client_id = "a"});
  const json::Value before = first->client_receives();
  check(installation, made("create", promo_body()));
  EXPECT_EQ(first->close_code(), 1012);
  const auto again = editors.connect({.page_id = id, .client_id = "a", .since = sequence_of(before)});
  const json::Value after = again->client_receives();
  EXPECT_EQ(type_of(after), "welcome");
  EXPECT_NE(json::find_string(after, "library"), json::find_string(before, "library"));
  EXPECT_EQ(json::find_string(after, "library"), installation.get(As::viewer, "/components").text("library"));
  again->client_sends(submit("a-1",
                             R"({"type":"insert_node","place":{"parent":null,"slot":"components",)"
                             R"("rank":"z"},"node":{"id":"p1","component":"promo","props":{"title":"Spring"}}})"));
  const json::Value answer = again->client_receives();
  EXPECT_EQ(type_of(answer), "acknowledge") << json::serialize(answer);
}

TEST(CustomComponents, ARepeatedRequestMakesNoSecondOne) {
  Installation installation;
  const auto create = [&] {
    return installation.request(As::editor, Method::post, "/components", promo_body(), {{"Idempotency-Key", "k"}});
  };
  const Answer first = create();
  EXPECT_EQ(first.status, 201U);
  const Answer second = create();
  EXPECT_EQ(second.status, 201U);
  EXPECT_EQ(second.body, first.body);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM component_versions"), 1);
}

}  // namespace
}  // namespace pagewright::scenarios
