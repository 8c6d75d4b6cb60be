// Names for versions.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

TEST(Tags, StandAtOneVersion) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home");
  installation.post(As::editor, page + "/versions", R"({"message":"Second"})");
  const auto set = [&](const std::string& tag, const std::string& version, std::vector<std::string> events) {
    check(installation, {.name = tag + " at " + version,
                         .caller = As::editor,
                         .method = http::Method::put,
                         .path = page + "/tags/" + tag,
                         .body = R"({"version":)" + version + "}",
                         .contains = {R"({"name":")" + tag + "\""},
                         .events = std::move(events)});
  };
  set("v1.0", "1", {"tag.set"});
  set("launch", "1", {"tag.set"});
  set("launch", "1", {});
  check(installation, {.name = "a version says its tags",
                       .caller = As::viewer,
                       .path = page + "/versions/1",
                       .contains = {R"("tags":["launch","v1.0"])"}});
  const std::string second = installation.get(As::viewer, page + "/versions/2").text("id");
  set("launch", "\"" + second + "\"", {"tag.set"});
  check(installation, {.name = "it has moved",
                       .caller = As::viewer,
                       .path = page + "/versions",
                       .contains = {R"("tags":["launch"])", R"("tags":["v1.0"])"}});
  check(installation, {.name = "versions of a tag",
                       .caller = As::viewer,
                       .path = page + "/versions?tag=launch",
                       .contains = {R"("total":1)", R"("versionNumber":2)"}});
  check(installation, {.name = "list",
                       .caller = As::viewer,
                       .path = page + "/tags",
                       .contains = {R"({"items":[{"name":"launch","versionId":")" + second + R"(","versionNumber":2)",
                                    R"({"name":"v1.0")", R"("total":2)"}});
  check(installation, {.name = "take away",
                       .caller = As::editor,
                       .method = http::Method::delete_,
                       .path = page + "/tags/launch",
                       .status = 204,
                       .events = {"tag.deleted"}});
  check(
      installation,
      {.name = "the version stays", .caller = As::viewer, .path = page + "/versions/2", .contains = {R"("tags":[])"}});
  check(installation, {.name = "it is gone",
                       .caller = As::editor,
                       .method = http::Method::delete_,
                       .path = page + "/tags/launch",
                       .status = 404});
}

TEST(Tags, RefuseWhatTheyCannotTake) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home");
  const std::string other = "/pages/" + installation.create_page("Other");
  const std::string foreign = installation.get(As::viewer, other + "/versions/1").text("id");
  const auto refused = [&](const std::string& tag, const std::string& body, unsigned status, const std::string& text) {
    check(installation, {.name = tag + body,
                         .caller = As::editor,
                         .method = http::Method::put,
                         .path = page + "/tags/" + tag,
                         .body = body,
                         .status = status,
                         .contains = {text}});
  };
  refused("x", "{}", 422, "/version");
  refused("x", R"({"version":0})", 422, "/version");
  refused("x", R"({"version":1,"color":"red"})", 422, "/color");
  refused("x", R"({"version":2})", 404, "no such version");
  refused("x", R"({"version":")" + foreign + "\"}", 404, "no such version");
  refused("-x", R"({"version":1})", 400, "must begin with a letter or a digit");
  refused("a%20b", R"({"version":1})", 400, "must begin with a letter or a digit");
  refused(std::string(61, 'x'), R"({"version":1})", 400, "at most 60");
  ASSERT_TRUE(installation.run_sql(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO page_tags "
      "(page_id, name, version_id, created_at) SELECT v.page_id, 't' || n.i, v.id, 1 FROM page_versions v, n "
      "WHERE v.id <> '" +
      foreign + "'"));
  refused("one-too-many", R"({"version":1})", 409, "at most 500");
  check(installation, {.name = "moving one is possible",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page + "/tags/t7",
                       .body = R"({"version":1})"});
  check(installation, {.name = "viewers set none",
                       .caller = As::viewer,
                       .method = http::Method::put,
                       .path = page + "/tags/x",
                       .body = R"({"version":1})",
                       .status = 403});
}

}  // namespace
}  // namespace pagewright::scenarios
