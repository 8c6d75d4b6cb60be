// Releases that are gone back to, or moved to another environment, and what was taken off meanwhile.
#include <gtest/gtest.h>

#include "server/scenarios/people.hpp"
#include "server/scenarios/releases.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

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

}  // namespace
}  // namespace pagewright::scenarios
