// A page outlives the versions of the components that it was made with.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

// The heading, in two versions: "headline" becomes "title", and sizes get longer names.
render::ComponentSource heading(const std::string& version) {
  const std::string old_props = R"("headline":{"type":"string","default":""},"size":{"enum":["s","l"],"default":"s"})";
  const std::string new_props =
      R"("title":{"type":"string","default":""},"size":{"enum":["small","large"],"default":"small"})";
  const std::string migrations = R"([{"from":"1.x","to":"2.0.0","steps":[{"rename":"/headline","to":"title"},)"
                                 R"({"map":"/size","values":[{"from":"s","to":"small"},{"from":"l","to":"large"}]}]}])";
  const bool is_old = version.starts_with("1.");
  return {.definition =
              json::parse(R"({"name":"heading","display_name":"Heading","category":"content","version":")" + version +
                          R"(","props":{"type":"object","properties":{)" + (is_old ? old_props : new_props) +
                          R"(}},"migrations":)" + (is_old ? "[]" : migrations) + "}")
                  .value(),
          .template_text = std::string(R"(<h2 class="pw-heading pw-heading--{{ size }}">{{ )") +
                           (is_old ? "headline" : "title") + " }}</h2>",
          .style = ""};
}

const std::string two_nodes =
    R"("structure":{"components":[{"id":"a","component":"heading","props":{"headline":"One","size":"l"}},)"
    R"({"id":"b","component":"heading","props":{"headline":"Two"}}]})";

std::string preview(Installation& installation, const std::string& id) {
  return installation.get(As::viewer, "/pages/" + id + "/preview").body;
}

TEST(Upgrades, ADryRunListsPagesAndNodes) {
  Installation installation({.components = {heading("1.3.0")}});
  const std::string id = installation.create_page("Old", two_nodes);
  installation.create_page("Empty");
  check(installation, {.name = "nothing to do",
                       .caller = As::editor,
                       .path = "/components/heading/upgrade",
                       .contains = {R"("to":"1.3.0","items":[],"total":0)"}});
  installation.restart_with({heading("2.0.0")});
  check(installation,
        {.name = "two pages, of which one has nodes",
         .caller = As::editor,
         .path = "/components/heading/upgrade?to=2.0.0",
         .contains = {R"("total":2)", R"("name":"Old")", R"("from":"1.3.0")",
                      R"({"id":"a","component":"heading","from":"1.3.0","to":"2.0.0","before":{"headline":"One",)"
                      R"("size":"l"},"after":{"size":"large","title":"One"},"faults":[]})",
                      R"("before":{"headline":"Two"},"after":{"title":"Two"},"faults":[])"}});
  check(installation, {.name = "a slice",
                       .caller = As::editor,
                       .path = "/components/heading/upgrade?limit=1&offset=1",
                       .contains = {R"("name":"Empty")", R"("total":2)"},
                       .absent = {R"("name":"Old")"}});
  check(installation, {.name = "another component",
                       .caller = As::editor,
                       .path = "/components/card/upgrade",
                       .contains = {R"("items":[],"total":0)"}});
  check(installation, {.name = "of another organisation",
                       .caller = As::stranger,
                       .path = "/components/heading/upgrade",
                       .contains = {R"("total":0)"},
                       .absent = {"Old"}});
  for (const char* path : {"/components/nonsense/upgrade", "/components/heading/upgrade?to=3.0.0"})
    check(installation, {.name = path, .caller = As::editor, .path = path, .status = 404});
  check(installation, {.name = "viewers", .caller = As::viewer, .path = "/components/heading/upgrade", .status = 403});
  // A dry run changes nothing.
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations"), 0);
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id).body.find(R"("title":"One")"), std::string::npos);
  check(installation, {.name = "done for one",
                       .caller = As::editor,
                       .path = "/components/heading/upgrade",
                       .contains = {R"("total":1)"},
                       .absent = {R"("name":"Old")"}});
}

TEST(Upgrades, APageIsMigratedWhenItIsOpened) {
  Installation installation({.components = {heading("1.3.0")}});
  const std::string id = installation.create_page("Old", two_nodes);
  EXPECT_NE(preview(installation, id).find("One"), std::string::npos);
  // A change that is read from the log, where it stands in terms of the old version.
  installation.put(As::editor, "/pages/" + id,
                   R"({"structure":{"components":[{"id":"a","component":"heading","props":{"headline":"Changed",)"
                   R"("size":"l"}}]}})");
  ASSERT_TRUE(installation
                  .run_sql("UPDATE page_branches SET snapshot_sequence = 0, snapshot_hash = "
                           "(SELECT snapshot_hash FROM page_versions WHERE version_number = 1)")
                  .has_value());
  installation.restart_with({heading("2.0.0")});

  check(installation, {.name = "in terms of the new version",
                       .caller = As::viewer,
                       .path = "/pages/" + id,
                       .contains = {R"("props":{"size":"large","title":"Changed"})"},
                       .absent = {"headline", "\"b\""}});
  EXPECT_NE(preview(installation, id).find("Changed"), std::string::npos);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations WHERE label = 'Update components'"), 1);
  check(installation,
        {.name = "and can be changed",
         .caller = As::editor,
         .method = http::Method::put,
         .path = "/pages/" + id,
         .body = R"({"structure":{"components":[{"id":"a","component":"heading","props":{"title":"New"}}]}})",
         .contains = {R"("title":"New")"},
         .events = {"page.updated"}});
  const std::string before = installation.get(As::viewer, "/pages/" + id).body;
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).body, before);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations WHERE label = 'Update components'"), 1);

  // An older version keeps its own words; shown or restored it comes in those of today.
  check(installation, {.name = "as it was",
                       .caller = As::viewer,
                       .path = "/pages/" + id + "/versions/1",
                       .contains = {R"("headline":"One")"}});
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id + "/preview?version=1").body.find("One"), std::string::npos);
  EXPECT_EQ(installation.post(As::editor, "/pages/" + id + "/versions/1/restore").status, 201U);
  check(installation, {.name = "restored",
                       .caller = As::viewer,
                       .path = "/pages/" + id,
                       .contains = {R"("props":{"size":"large","title":"One"})", R"("props":{"title":"Two"})"}});
}

TEST(Upgrades, WhatDoesNotFitIsLeftOutAndKeptInAVersion) {
  Installation installation({.components = {heading("1.3.0")}});
  const std::string id = installation.create_page("Old", two_nodes);
  auto strict = heading("2.0.0");
  strict.definition.at("props").at("properties").as_object()["title"] = json::parse(R"({"maxLength":2})").value();
  installation.restart_with({strict});
  check(installation, {.name = "foretold",
                       .caller = As::editor,
                       .path = "/components/heading/upgrade",
                       .contains = {R"("path":"/title","message":"must be at most 2 characters, is 3")"}});
  check(installation, {.name = "left out",
                       .caller = As::viewer,
                       .path = "/pages/" + id,
                       .contains = {R"("props":{"size":"large"})"},
                       .absent = {"One", "Two"}});
  check(installation, {.name = "kept",
                       .caller = As::viewer,
                       .path = "/pages/" + id + "/versions/1",
                       .contains = {R"("headline":"One")"}});
}

TEST(Upgrades, PagesWithoutPinsAreOfTheVersionsAtHand) {
  Installation installation({.components = {heading("2.0.0")}});
  const std::string id =
      installation.create_page("Page", R"("structure":{"components":[{"id":"a","component":"heading"}]})");
  ASSERT_TRUE(installation.run_sql("UPDATE page_branches SET component_set_id = NULL").has_value());
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).status, 200U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_branches WHERE component_set_id IS NULL"), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
