// Releases: their history, going back, and moving to another environment.
#include <gtest/gtest.h>

#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

enum Environment : std::uint8_t { production, staging };

std::string environment(Installation& installation, Environment which) {
  const auto environments = installation.get(As::admin, "/environments").json();
  return std::string(json::find_string(json::find(environments, "items")->get_array()[which], "id").value());
}

// The id of the release.
std::string publish(Installation& installation, const std::string& page_id, Environment which = production) {
  const Answer answer = installation.post(As::admin, "/pages/" + page_id + "/publish",
                                          R"({"environmentId":")" + environment(installation, which) + "\"}");
  EXPECT_EQ(answer.status, 200U) << answer.body;
  const auto body = answer.json();
  return std::string(json::find_string(*json::find(body, "release"), "id").value_or(""));
}

std::string content(const std::string& text) {
  return R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})";
}

void write(Installation& installation, const std::string& page_id, const std::string& text) {
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page_id, "{" + content(text) + "}").status, 200U);
}

// What a visitor gets; empty: nothing is there.
std::string seen(Installation& installation, const std::string& path) {
  const auto snapshot = installation.sites().current();
  const auto found = snapshot->artifacts().find(path);
  return found == snapshot->artifacts().end() ? std::string() : found->second->body;
}
bool shows(Installation& installation, const std::string& path, const std::string& text) {
  return seen(installation, path).find(text) != std::string::npos;
}

Answer roll_back(Installation& installation, const std::string& release, const std::string& body = {}) {
  return installation.post(As::admin, "/releases/" + release + "/rollback", body);
}

TEST(Releases, GoBackToWhatWasShown) {
  Installation installation;
  const std::string about = installation.create_page("About", content("First"));
  const std::string first = publish(installation, about);
  const std::string bytes = seen(installation, "/about");
  write(installation, about, "Second");
  publish(installation, about);
  const std::string news = installation.create_page("News", content("Hot"));
  const std::string third = publish(installation, news);
  ASSERT_TRUE(shows(installation, "/about", "Second"));
  ASSERT_TRUE(shows(installation, "/news", "Hot"));

  const auto before = installation.events();
  const Answer rehearsal = roll_back(installation, first, R"({"dryRun":true})");
  EXPECT_EQ(rehearsal.status, 200U) << rehearsal.body;
  EXPECT_NE(rehearsal.body.find(R"("pageName":"About","isShown":true,"path":"/about")"), std::string::npos);
  EXPECT_NE(rehearsal.body.find(R"("pageName":"News","isShown":false,"path":null)"), std::string::npos);
  EXPECT_EQ(installation.events(), before);
  EXPECT_TRUE(shows(installation, "/about", "Second"));

  const Answer answer = roll_back(installation, first, R"({"message":"Too early"})");
  EXPECT_EQ(answer.status, 201U) << answer.body;
  EXPECT_NE(answer.body.find(R"("kind":"rollback","message":"Too early","sourceId":")" + first), std::string::npos);
  EXPECT_EQ(seen(installation, "/about"), bytes);
  EXPECT_EQ(seen(installation, "/news"), "");
  EXPECT_EQ(installation.events().back(), "release.rolled_back");
  // The page that nobody sees any more is a draft again, also for those who have it open.
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + news).text("status"), "draft");
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + about).text("status"), "published");
  EXPECT_EQ(roll_back(installation, first).status, 409U);

  // What was rolled back can come again, and a restart shows the same.
  EXPECT_EQ(roll_back(installation, third).status, 201U);
  EXPECT_TRUE(shows(installation, "/about", "Second"));
  EXPECT_TRUE(shows(installation, "/news", "Hot"));
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + news).text("status"), "published");
  EXPECT_EQ(roll_back(installation, first).status, 201U);
  installation.restart_abruptly();
  EXPECT_EQ(seen(installation, "/about"), bytes);
  EXPECT_EQ(seen(installation, "/news"), "");
  EXPECT_EQ(seen(installation, "/"), bytes);
}

TEST(Releases, GoBackToFormerAddresses) {
  Installation installation;
  const std::string a = installation.create_page("A", content("I am A"));
  const std::string b = installation.create_page("B", content("I am B"));
  publish(installation, a);
  const std::string second = publish(installation, b);
  const auto rename = [&](const std::string& page, const std::string& slug) {
    EXPECT_EQ(installation.put(As::editor, "/pages/" + page, R"({"slug":")" + slug + "\"}").status, 200U);
  };
  // They exchange their addresses.
  rename(a, "c");
  rename(b, "a");
  publish(installation, a);
  publish(installation, b);
  rename(a, "b");
  publish(installation, a);
  ASSERT_TRUE(shows(installation, "/a", "I am B"));
  ASSERT_TRUE(shows(installation, "/b", "I am A"));
  EXPECT_EQ(roll_back(installation, second).status, 201U);
  EXPECT_TRUE(shows(installation, "/a", "I am A"));
  EXPECT_TRUE(shows(installation, "/b", "I am B"));
  EXPECT_EQ(seen(installation, "/c"), "");
}

TEST(Releases, DoNotBringBackWhatWasDeleted) {
  Installation installation;
  const std::string about = installation.create_page("About", content("First"));
  const std::string news = installation.create_page("News", content("Hot"));
  publish(installation, about);
  const std::string both = publish(installation, news);
  EXPECT_LT(installation.remove(As::admin, "/pages/" + news).status, 300U);
  write(installation, about, "Second");
  publish(installation, about);
  EXPECT_EQ(roll_back(installation, both).status, 201U);
  EXPECT_TRUE(shows(installation, "/about", "First"));
  EXPECT_EQ(seen(installation, "/news"), "");
}

// What was taken off its sites stays off when something later is gone back to, also after it was in the trash.
TEST(Releases, DoNotBringBackWhatWasTakenOff) {
  Installation installation;
  const std::string about = installation.create_page("About", content("First"));
  const std::string news = installation.create_page("News", content("Hot"));
  const std::string first = publish(installation, news);
  publish(installation, news, staging);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + news, R"({"status":"draft"})").status, 200U);
  EXPECT_EQ(seen(installation, "/news"), "");
  const std::string second = publish(installation, about);
  write(installation, about, "Second");
  publish(installation, about);
  EXPECT_EQ(roll_back(installation, second).status, 201U);
  EXPECT_TRUE(shows(installation, "/about", "First"));
  EXPECT_EQ(seen(installation, "/news"), "");
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + news).text("status"), "draft");
  for (const Environment which : {production, staging})
    check(installation, {.name = "the history says that it was taken off",
                         .caller = As::viewer,
                         .path = "/releases?pageId=" + news + "&environmentId=" + environment(installation, which),
                         .contains = {R"("total":2)", R"("message":"Taken offline")", R"("takenOff":1)",
                                      R"("pageName":"News","isShown":false)"}});

  EXPECT_EQ(roll_back(installation, first).status, 201U);  // where it was shown
  EXPECT_TRUE(shows(installation, "/news", "Hot"));
  EXPECT_EQ(installation.remove(As::admin, "/pages/" + news).status, 204U);
  const std::string third = publish(installation, about);
  write(installation, about, "Third");
  publish(installation, about);
  EXPECT_EQ(installation.post(As::admin, "/pages/" + news + "/restore").status, 200U);
  EXPECT_EQ(roll_back(installation, third).status, 201U);
  EXPECT_EQ(seen(installation, "/news"), "");
  installation.restart_abruptly();
  EXPECT_EQ(seen(installation, "/news"), "");
}

TEST(Releases, OneSaysThatSeveralPagesWereTakenOff) {
  Installation installation;
  const std::string a = installation.create_page("A", content("A"));
  const std::string b = installation.create_page("B", content("B"));
  publish(installation, a);
  publish(installation, b);
  EXPECT_EQ(
      installation.post(As::admin, "/pages/bulk-status", R"({"ids":[")" + a + R"(",")" + b + R"("],"status":"draft"})")
          .status,
      200U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 3);
  EXPECT_EQ(installation.count("SELECT COUNT(DISTINCT release_id) FROM release_removals"), 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM release_removals"), 2);
}

TEST(Releases, MoveToAnotherEnvironmentByteForByte) {
  Installation installation;
  const std::string about = installation.create_page("About", content("First"));
  const std::string release = publish(installation, about, staging);
  const std::string bytes = seen(installation, "/~staging/about");
  // Search engines are told of production's address, also on staging.
  EXPECT_NE(bytes.find("http://sites.example/about\""), std::string::npos);
  EXPECT_EQ(bytes.find("~staging"), std::string::npos);
  write(installation, about, "Second");
  const std::string to_production = R"({"environmentId":")" + environment(installation, production) + "\"";
  const std::string path = "/releases/" + release + "/promote";
  EXPECT_EQ(installation.post(As::admin, path, to_production + R"(,"dryRun":true})").status, 200U);
  EXPECT_EQ(seen(installation, "/about"), "");
  const Answer answer = installation.post(As::admin, path, to_production + "}");
  EXPECT_EQ(answer.status, 201U) << answer.body;
  EXPECT_EQ(seen(installation, "/about"), bytes);
  EXPECT_EQ(installation.events().back(), "release.promoted");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 1);
  EXPECT_EQ(installation.post(As::admin, path, to_production + "}").status, 409U);
  check(installation, {.name = "it is out of date",
                       .caller = As::viewer,
                       .path = "/environments/" + environment(installation, production) + "/pages",
                       .contains = {R"("path":"/about","versionNumber":2)", R"("hasChanges":true)"}});
}

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
