#include <gtest/gtest.h>

#include "server/base/digest.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

std::string environment(Installation& installation, std::size_t index) {
  const auto environments = installation.get(As::admin, "/environments").json();
  return std::string(json::find_string(json::find(environments, "items")->get_array()[index], "id").value());
}

Answer publish(Installation& installation, const std::string& page_id, std::size_t environment_index = 0) {
  return installation.post(As::admin, "/pages/" + page_id + "/publish",
                           R"({"environmentId":")" + environment(installation, environment_index) + "\"}");
}

std::shared_ptr<const sites::Artifact> shown(Installation& installation, const std::string& path) {
  const auto snapshot = installation.sites().current();
  const auto found = snapshot->artifacts().find(path);
  return found == snapshot->artifacts().end() ? nullptr : found->second;
}

const std::string heading =
    R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":"Visit us"}}]})";

TEST(Publish, ShowsThePageToVisitors) {
  Installation installation;
  const std::string id = installation.create_page("About", heading);
  const Answer answer = publish(installation, id);
  ASSERT_EQ(answer.status, 200U) << answer.body;
  EXPECT_EQ(answer.text("url"), "http://sites.example/about");
  EXPECT_NE(answer.body.find(R"("status":"published")"), std::string::npos);
  EXPECT_EQ(installation.events().back(), "page.published");

  const auto artifact = shown(installation, "/about");
  ASSERT_TRUE(artifact);
  EXPECT_NE(artifact->body.find("Visit us"), std::string::npos);
  EXPECT_EQ(artifact->etag, sha256_hex(artifact->body));
  EXPECT_EQ(shown(installation, "/"), artifact);  // the first one published is the home page
  EXPECT_EQ(shown(installation, "/~staging/about"), nullptr);
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id + "/preview").body, artifact->body);
  check(installation, {.name = "the version says so",
                       .caller = As::viewer,
                       .path = "/pages/" + id + "/versions",
                       .contains = {"Published to Production", R"("isPublished":true)"}});
  installation.restart_abruptly();
  ASSERT_TRUE(shown(installation, "/about"));
  EXPECT_EQ(shown(installation, "/about")->body, artifact->body);
  EXPECT_EQ(shown(installation, "/about")->brotli, artifact->brotli);
}

TEST(Publish, LaterEditsStayPrivateUntilPublishedAgain) {
  Installation installation;
  const std::string id = installation.create_page("About", heading);
  publish(installation, id);
  installation.put(As::editor, "/pages/" + id,
                   R"({"structure":{"components":[{"id":"h1","component":"heading","props":{"text":"Draft"}}]}})");
  EXPECT_EQ(shown(installation, "/about")->body.find("Draft"), std::string::npos);
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id + "/preview?version=2").body.find("Visit us"),
            std::string::npos);
  publish(installation, id);
  EXPECT_NE(shown(installation, "/about")->body.find("Draft"), std::string::npos);
  // Equal bytes are stored once.
  publish(installation, id);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 2);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 3);
}

TEST(Publish, StagingIsApart) {
  Installation installation;
  const std::string id = installation.create_page("About", heading);
  EXPECT_EQ(publish(installation, id, 1).text("url"), "http://sites.example/~staging/about");
  EXPECT_TRUE(shown(installation, "/~staging/about"));
  EXPECT_TRUE(shown(installation, "/~staging/"));
  EXPECT_EQ(shown(installation, "/about"), nullptr);
}

TEST(Publish, TheHomePageIsChosen) {
  Installation installation;
  publish(installation, installation.create_page("First", heading));
  EXPECT_EQ(shown(installation, "/"), shown(installation, "/first"));
  publish(installation, installation.create_page("Chosen", R"("metadata":{"home":true})"));
  EXPECT_EQ(shown(installation, "/"), shown(installation, "/chosen"));
  publish(installation, installation.create_page("Home"));
  EXPECT_EQ(shown(installation, "/"), shown(installation, "/home"));
}

TEST(Publish, RenamingAfterwardsKeepsTheSlug) {
  Installation installation;
  const std::string id = installation.create_page("About");
  publish(installation, id);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + id, R"({"name":"About us"})").text("slug"), "about");
  installation.put(As::editor, "/pages/" + id, R"({"slug":"team"})");
  EXPECT_TRUE(shown(installation, "/about"));
  // Another page may have the address only once this one has left it.
  const std::string other = installation.create_page("About");
  EXPECT_EQ(publish(installation, other).status, 409U);
  publish(installation, id);
  EXPECT_FALSE(shown(installation, "/about"));
  EXPECT_TRUE(shown(installation, "/team"));
  EXPECT_EQ(publish(installation, other).status, 200U);
}

TEST(Publish, DeletingAndArchivingTakeThePageOffline) {
  Installation installation;
  const std::string first = installation.create_page("First");
  const std::string second = installation.create_page("Second");
  publish(installation, first);
  publish(installation, second);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + first, R"({"status":"archived"})").status, 403U);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + first, R"({"status":"archived"})").status, 200U);
  EXPECT_FALSE(shown(installation, "/first"));
  EXPECT_EQ(installation.remove(As::admin, "/pages/" + second).status, 204U);
  EXPECT_FALSE(shown(installation, "/second"));
  EXPECT_FALSE(shown(installation, "/"));
  installation.restart_abruptly();
  EXPECT_TRUE(installation.sites().current()->artifacts().empty());
}

TEST(Publish, NeverShowsAnOlderStateThanItDoes) {
  Installation installation;
  const std::string id = installation.create_page("About", heading);
  publish(installation, id);
  // As if somebody had published a later state while this one was being rendered.
  ASSERT_TRUE(installation.run_sql("UPDATE page_versions SET sequence = 5 WHERE is_published = 1"));
  const Answer late = publish(installation, id);
  EXPECT_EQ(late.status, 409U);
  EXPECT_NE(late.body.find("newer changes"), std::string::npos);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 1);
}

TEST(Publish, WhoMayTakeAPageOfflineIsAskedWhenItHappens) {
  Installation installation;
  const std::string id = installation.create_page("About", heading);
  ASSERT_EQ(installation.get(As::editor, "/pages/" + id).text("status"), "draft");
  // As if it had been published between the first look and the commit.
  ASSERT_TRUE(installation.run_sql("UPDATE pages SET status = 'published'"));
  EXPECT_EQ(installation.put(As::editor, "/pages/" + id, R"({"status":"archived"})").status, 403U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages WHERE status = 'published'"), 1);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + id, R"({"status":"archived"})").status, 200U);
}

TEST(Publish, FaultsChangeNothing) {
  Installation installation;
  const std::string id = installation.create_page("About");
  for (const char* body : {"{}", R"({"environmentId":"x"})", R"({"environmentId":5})"})
    check(installation, {.name = body,
                         .caller = As::admin,
                         .method = http::Method::post,
                         .path = "/pages/" + id + "/publish",
                         .body = body,
                         .status = 422,
                         .contains = {"/environmentId"}});
  EXPECT_EQ(installation.get(As::admin, "/pages/" + id).text("status"), "draft");
}

}  // namespace
}  // namespace pagewright::scenarios
