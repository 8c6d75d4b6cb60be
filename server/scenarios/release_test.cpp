// Releases: of several pages, of what was changed, at a time, and their history.
#include <gtest/gtest.h>

#include "server/scenarios/components.hpp"
#include "server/scenarios/people.hpp"
#include "server/scenarios/releases.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

TEST(Releases, OfOneAddressTwoPagesAreRefused) {
  Installation installation;
  const std::string about = installation.create_page("About", content("First"));
  const std::string release = publish(installation, about, staging);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + about, R"({"slug":"about-us"})").status, 200U);
  const std::string other = installation.create_page("Other", R"("slug":"about",)" + content("Other"));
  publish(installation, other);
  const Answer answer = installation.post(As::admin, "/releases/" + release + "/promote",
                                          R"({"environmentId":")" + environment(installation, production) + "\"}");
  EXPECT_EQ(answer.status, 409U) << answer.body;
  EXPECT_TRUE(shows(installation, "/about", "Other"));
}

Answer release(Installation& installation, const std::string& more = {}, Environment which = production) {
  return installation.post(As::admin, "/releases",
                           R"({"environmentId":")" + environment(installation, which) + "\"" + more + "}");
}

TEST(Releases, OfSeveralPagesShowAllOrNothing) {
  Installation installation;
  const std::string a = installation.create_page("A", content("First A"));
  const std::string b = installation.create_page("B", content("First B"));
  const std::string ids = R"(,"pageIds":[")" + a + R"(",")" + b + "\"]";
  const Answer answer = release(installation, ids + R"(,"message":"The start")");
  ASSERT_EQ(answer.status, 201U) << answer.body;
  EXPECT_NE(answer.body.find(R"("kind":"publish","message":"The start")"), std::string::npos);
  EXPECT_TRUE(shows(installation, "/a", "First A"));
  EXPECT_TRUE(shows(installation, "/b", "First B"));
  for (const std::string& page : {a, b}) {
    EXPECT_EQ(installation.get(As::viewer, "/pages/" + page).text("status"), "published");
    check(installation, {.name = "its version says so",
                         .caller = As::viewer,
                         .path = "/pages/" + page + "/versions",
                         .contains = {"For the release to Production", R"("isPublished":true)"}});
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 1);

  write(installation, a, "Second A");
  write(installation, b, "Second B");
  // Another page has an address of theirs by now: nothing of the release is seen.
  const std::string other = installation.create_page("Other", content("Other"));
  publish(installation, other);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + other, R"({"slug":"moved"})").status, 200U);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + b, R"({"slug":"other"})").status, 200U);
  EXPECT_EQ(release(installation, ids).status, 409U);
  EXPECT_TRUE(shows(installation, "/a", "First A"));
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 2);
  publish(installation, other);
  EXPECT_EQ(release(installation, ids).status, 201U);
  EXPECT_TRUE(shows(installation, "/a", "Second A"));
  EXPECT_TRUE(shows(installation, "/other", "Second B"));
  installation.restart_abruptly();
  EXPECT_TRUE(shows(installation, "/a", "Second A"));
  EXPECT_TRUE(shows(installation, "/other", "Second B"));
}

TEST(Releases, TakeWhatWasChanged) {
  Installation installation;
  const std::string a = installation.create_page("A", content("First A"));
  const std::string b = installation.create_page("B", content("First B"));
  const std::string draft = installation.create_page("Draft", content("Draft"));
  EXPECT_EQ(release(installation).status, 409U);
  publish(installation, a);
  publish(installation, b);
  EXPECT_EQ(release(installation).status, 409U);
  write(installation, b, "Second B");
  const Answer answer = release(installation);
  EXPECT_EQ(answer.status, 201U) << answer.body;
  EXPECT_NE(answer.body.find(b), std::string::npos);
  EXPECT_EQ(answer.body.find(a), std::string::npos);
  EXPECT_EQ(answer.body.find(draft), std::string::npos);
  EXPECT_TRUE(shows(installation, "/b", "Second B"));
  const auto events = installation.events();
  EXPECT_EQ(std::vector(events.end() - 2, events.end()),
            (std::vector<std::string>{"release.published", "page.published"}));
  EXPECT_EQ(release(installation).status, 409U);
}

// The head of a page is rendered from its settings.
TEST(Releases, TakeWhoseSettingsWereChanged) {
  Installation installation;
  const std::string page = installation.create_page("About", content("First"));
  publish(installation, page);
  const std::string shown = "/environments/" + environment(installation, production) + "/pages";
  for (const char* change : {R"({"name":"About us"})", R"({"description":"New"})", R"({"slug":"about-us"})",
                             R"({"metadata":{"home":true}})"}) {
    SCOPED_TRACE(change);
    check(installation,
          {.name = "the same", .caller = As::viewer, .path = shown, .contains = {R"("hasChanges":false)"}});
    EXPECT_EQ(installation.put(As::editor, "/pages/" + page, change).status, 200U);
    check(installation, {.name = "changed", .caller = As::viewer, .path = shown, .contains = {R"("hasChanges":true)"}});
    EXPECT_EQ(release(installation).status, 201U);
  }
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, R"({"metadata":{"home":true,"x":1}})").status, 200U);
  EXPECT_EQ(release(installation).status, 409U);  // nothing that is shown is made of that
}

// A page is rendered with its components as they are at the time.
TEST(Releases, TakeWhoseComponentsGotAnotherVersion) {
  Installation installation;
  ASSERT_EQ(installation.post(As::editor, "/components", promo_body()).status, 201U);
  publish(installation, promo_page(installation, "Offer", "title", "Open day"));
  publish(installation, installation.create_page("About", content("Without the component")));
  const std::string shown = "/environments/" + environment(installation, production) + "/pages";
  const auto changed = [&] {
    const Answer answer = installation.get(As::viewer, shown);
    std::string paths;
    const auto body = answer.json();
    for (const json::Value& page : json::find(body, "items")->get_array())
      if (json::find(page, "hasChanges")->get_bool()) paths += std::string(*json::find_string(page, "path"));
    return paths;
  };
  EXPECT_EQ(changed(), "");
  EXPECT_EQ(release(installation).status, 409U);
  ASSERT_EQ(installation
                .post(As::editor, "/components/promo/versions",
                      promo_body({.version = "1.1.0", .more_body = R"(,"base":"1.0.0")"}))
                .status,
            201U);
  EXPECT_EQ(changed(), "/offer");
  const Answer answer = release(installation);
  ASSERT_EQ(answer.status, 201U) << answer.body;
  EXPECT_NE(answer.body.find(R"("path":"/offer")"), std::string::npos) << answer.body;
  EXPECT_EQ(answer.body.find(R"("path":"/about")"), std::string::npos) << answer.body;
  EXPECT_EQ(changed(), "");
  EXPECT_EQ(release(installation).status, 409U);
}

TEST(Releases, SayWhoPublishedLast) {
  Installation installation;
  const std::string page = installation.create_page("About", content("First"));
  publish(installation, page);
  const Answer before = installation.get(As::viewer, "/pages/" + page);
  ASSERT_EQ(patch(installation, As::admin, "/users/" + editor_id(installation), R"({"role":"admin"})").status, 200U);
  installation.pass(std::chrono::hours(1));
  const Answer answer = installation.post(
      As::editor, "/releases",
      R"({"environmentId":")" + environment(installation, production) + R"(","pageIds":[")" + page + "\"]}");
  ASSERT_EQ(answer.status, 201U) << answer.body;
  const Answer after = installation.get(As::viewer, "/pages/" + page);
  EXPECT_EQ(after.text("publishedBy"), editor_id(installation));
  EXPECT_GT(after.text("publishedAt"), before.text("publishedAt"));
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + page).body, after.body);
}

TEST(Releases, OfAllThatWasChangedHaveABound) {
  Installation installation({.releases = {.pages_at_once = 2}});
  std::string ids;
  for (const char* name : {"A", "B", "C"}) {
    const std::string page = installation.create_page(name, content(name));
    publish(installation, page);
    write(installation, page, "Second");
    if (ids.size() < 50) ids += (ids.empty() ? "\"" : ",\"") + page + "\"";
  }
  const Answer refused = release(installation);
  EXPECT_EQ(refused.status, 409U);
  EXPECT_NE(refused.body.find("changed since: 3. A release has at most 2"), std::string::npos) << refused.body;
  EXPECT_EQ(release(installation, R"(,"pageIds":[)" + ids + "]").status, 201U);
  EXPECT_EQ(release(installation).status, 201U);
}

TEST(Releases, NameThePageThatKeepsThemFromIt) {
  Installation installation;
  const std::string a = installation.create_page("A", content("First A"));
  const std::string archived = installation.create_page("Archived", content("Old"));
  EXPECT_EQ(installation.put(As::editor, "/pages/" + archived, R"({"status":"archived"})").status, 200U);
  const auto with = [&](const std::string& second) { return R"(,"pageIds":[")" + a + R"(",")" + second + "\"]"; };
  const Answer unknown = release(installation, with("nothing"));
  EXPECT_EQ(unknown.status, 422U) << unknown.body;
  EXPECT_NE(unknown.body.find("/pageIds/1"), std::string::npos);
  EXPECT_EQ(release(installation, with(a)).status, 422U);
  EXPECT_EQ(release(installation, with(archived)).status, 409U);
  EXPECT_EQ(release(installation, R"(,"pageIds":[])").status, 422U);
  EXPECT_EQ(release(installation, R"(,"publishAt":"yesterday")").status, 422U);
  EXPECT_EQ(release(installation, R"(,"publishAt":"2020-01-01T00:00:00Z")").status, 422U);
  EXPECT_EQ(installation.post(As::editor, "/releases", R"({"environmentId":"x"})").status, 403U);
  EXPECT_EQ(installation.post(As::admin, "/releases", R"({"environmentId":"x"})").status, 422U);
  EXPECT_EQ(installation
                .post(As::stranger, "/releases",
                      R"({"environmentId":")" + environment(installation, production) + "\"" + with(a) + "}")
                .status,
            422U);
  const Answer elsewhere = installation.post(As::stranger, "/releases",
                                             R"({"environmentId":")" + environment(installation, production) + "\"}");
  EXPECT_EQ(elsewhere.status, 422U) << elsewhere.body;
  EXPECT_NE(elsewhere.body.find("/environmentId"), std::string::npos) << elsewhere.body;
  EXPECT_EQ(seen(installation, "/a"), "");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 0);
}

TEST(Releases, WaitForTheirTime) {
  Installation installation;
  const std::string a = installation.create_page("A", content("First A"));
  const std::string at = to_iso8601(installation.now() + 60LL * 60 * 1000);
  const std::string wish = R"(,"pageIds":[")" + a + R"("],"publishAt":")" + at + "\"";
  const Answer answer = release(installation, wish);
  ASSERT_EQ(answer.status, 202U) << answer.body;
  EXPECT_EQ(installation.events().back(), "release.scheduled");
  const Answer cancelled = release(installation, wish);
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + cancelled.text("jobId") + "/cancel").status, 200U);
  write(installation, a, "Second A");
  installation.pass(std::chrono::minutes(59));
  EXPECT_EQ(seen(installation, "/a"), "");
  installation.pass(std::chrono::minutes(2));
  EXPECT_TRUE(shows(installation, "/a", "Second A"));
  EXPECT_EQ(installation.get(As::admin, "/jobs/" + answer.text("jobId")).text("state"), "done");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 1);
}

TEST(Releases, OfSomebodyWhoMayPublishNoMoreDoNotHappen) {
  Installation installation;
  const std::string a = installation.create_page("A", content("First A"));
  const std::string at = to_iso8601(installation.now() + 60LL * 60 * 1000);
  const Answer answer = release(installation, R"(,"pageIds":[")" + a + R"("],"publishAt":")" + at + "\"");
  ASSERT_EQ(answer.status, 202U) << answer.body;
  ASSERT_TRUE(installation.run_sql("UPDATE memberships SET role = 'editor' WHERE role = 'admin'"));
  installation.pass(std::chrono::minutes(61));
  EXPECT_EQ(seen(installation, "/a"), "");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE kind = 'release.publish' AND state = 'failed'"), 1);
}

TEST(Releases, OfOnePageSayWhy) {
  Installation installation;
  const std::string about = installation.create_page("About", content("First"));
  const std::string path = "/pages/" + about + "/publish";
  const std::string begin = R"({"environmentId":")" + environment(installation, production) + R"(","message":")";
  EXPECT_EQ(installation.post(As::admin, path, begin + "New hours\"}").status, 200U);
  EXPECT_NE(installation.get(As::viewer, "/releases").body.find(R"("message":"New hours")"), std::string::npos);
  const Answer refused = installation.post(As::admin, path, begin + std::string(501, 'a') + "\"}");
  EXPECT_EQ(refused.status, 422U);
  EXPECT_NE(refused.body.find("/message"), std::string::npos) << refused.body;
}

TEST(Releases, AreListedForTheOrganisation) {
  Installation installation;
  const std::string about = installation.create_page("About", content("First"));
  const std::string news = installation.create_page("News", content("Hot"));
  const std::string first = publish(installation, about);
  const std::string second = publish(installation, news, staging);
  const std::string path = "/releases/" + first;
  const std::string to_staging = R"({"environmentId":")" + environment(installation, staging) + "\"}";
  for (const auto& scenario : std::vector<Scenario>{
           {.name = "newest first",
            .caller = As::viewer,
            .path = "/releases?limit=1",
            .contains = {second, R"("total":2)", R"("kind":"publish","message":"","sourceId":null)"},
            .absent = {first}},
           {.name = "of an environment",
            .caller = As::viewer,
            .path = "/releases?environmentId=" + environment(installation, production),
            .contains = {first, R"("total":1)"}},
           {.name = "of a page",
            .caller = As::viewer,
            .path = "/releases?pageId=" + news,
            .contains = {second, R"("total":1)"}},
           {.name = "one", .caller = As::viewer, .path = path, .contains = {R"("pageName":"About")"}},
           {.name = "nobody", .path = path, .status = 401},
           {.name = "stranger", .caller = As::stranger, .path = path, .status = 404},
           {.name = "stranger lists", .caller = As::stranger, .path = "/releases", .contains = {R"("total":0)"}},
           {.name = "stranger's environment",
            .caller = As::stranger,
            .path = "/environments/" + environment(installation, production) + "/pages",
            .status = 404},
           {.name = "stranger goes back",
            .caller = As::stranger,
            .method = Method::post,
            .path = path + "/rollback",
            .body = "{}",
            .status = 404},
           {.name = "editor goes back",
            .caller = As::editor,
            .method = Method::post,
            .path = path + "/rollback",
            .body = "{}",
            .status = 403},
           {.name = "editor promotes",
            .caller = As::editor,
            .method = Method::post,
            .path = path + "/promote",
            .body = to_staging,
            .status = 403},
           {.name = "nowhere",
            .caller = As::admin,
            .method = Method::post,
            .path = path + "/promote",
            .body = R"({"environmentId":"nowhere"})",
            .status = 404},
           {.name = "to no environment",
            .caller = As::admin,
            .method = Method::post,
            .path = path + "/promote",
            .body = "{}",
            .status = 422,
            .contains = {"/environmentId"}},
           {.name = "what is not asked for",
            .caller = As::admin,
            .method = Method::post,
            .path = path + "/rollback",
            .body = R"({"force":true})",
            .status = 422,
            .contains = {"/force"}},
           {.name = "no release", .caller = As::admin, .path = "/releases/nothing", .status = 404},
       })
    check(installation, scenario);
}

}  // namespace
}  // namespace pagewright::scenarios
