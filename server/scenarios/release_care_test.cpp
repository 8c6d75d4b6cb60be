// How releases fare after they were made: whether they are served, and how long they are kept.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

class ReleaseCare : public testing::Test {
 protected:
  explicit ReleaseCare(const releases::Settings& settings = {}) : installation({.releases = settings}) {}

  std::string environment(As caller = As::admin, std::size_t index = 0) {
    const auto list = installation.get(caller, "/environments").json();
    return std::string(json::find_string(json::find(list, "items")->get_array()[index], "id").value());
  }
  static std::string content(const std::string& text) {
    return R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})";
  }
  // The id of the release.
  std::string release(const std::string& page, const std::string& more = {}, As caller = As::admin) {
    const Answer answer = installation.post(
        caller, "/releases",
        R"({"environmentId":")" + environment(caller) + R"(","pageIds":[")" + page + "\"]" + more + "}");
    EXPECT_EQ(answer.status, 201U) << answer.body;
    return answer.text("id");
  }
  std::string release_text(const std::string& page, const std::string& text) {
    EXPECT_EQ(installation.put(As::editor, "/pages/" + page, "{" + content(text) + "}").status, 200U);
    return release(page);
  }
  std::string seen(const std::string& path) {
    const auto snapshot = installation.sites().current();
    const auto found = snapshot->artifacts().find(path);
    return found == snapshot->artifacts().end() ? std::string() : found->second->body;
  }
  // The checks that are due, also those that are tried again.
  void check_all() {
    for (int i = 0; i < 4; ++i) installation.pass(std::chrono::minutes(2));
  }
  unsigned roll_back(const std::string& id) {
    return installation.post(As::admin, "/releases/" + id + "/rollback").status;
  }

  Installation installation;
};

TEST_F(ReleaseCare, AReleaseThatIsServedIsHealthy) {
  const std::string page = installation.create_page("About", content("First"));
  const std::string id = release(page);
  check(installation,
        {.name = "not yet",
         .caller = As::viewer,
         .path = "/releases/" + id,
         .contains = {R"("counts":{"shown":1,"takenOff":0})",
                      R"("health":{"state":"unchecked","checkedAt":null,"pages":[]})", "Pages rendered: 1"}});
  const auto events = installation.events();
  installation.work();
  check(installation, {.name = "checked",
                       .caller = As::viewer,
                       .path = "/releases/" + id,
                       .contains = {R"("state":"healthy")", R"("pages":[{"path":"/about","status":200,"ok":true}])",
                                    "All pages are served"}});
  EXPECT_EQ(installation.events(), events);
}

TEST_F(ReleaseCare, AProtectedEnvironmentIsCheckedBehindItsGate) {
  EXPECT_EQ(installation
                .request(As::admin, Method::patch, "/environments/" + environment(),
                         R"({"access":"members","hosts":["inside.example"]})")
                .status,
            200U);
  const std::string id = release(installation.create_page("About", content("First")));
  installation.work();
  check(installation,
        {.name = "checked", .caller = As::viewer, .path = "/releases/" + id, .contains = {R"("state":"healthy")"}});
}

// Another organisation was first at the address that the two share.
TEST_F(ReleaseCare, AReleaseThatNobodySeesIsFailingAndToldOf) {
  release(installation.create_page("About", content("First")));
  const Answer page = installation.post(As::stranger, "/pages", R"({"name":"About"})");
  const std::string id = release(page.text("id"), {}, As::stranger);
  installation.work();
  check(installation, {.name = "it may be late",
                       .caller = As::stranger,
                       .path = "/releases/" + id,
                       .contains = {R"("state":"unchecked")"}});
  check_all();
  check(installation, {.name = "it is not",
                       .caller = As::stranger,
                       .path = "/releases/" + id,
                       .contains = {R"("state":"failing")", R"({"path":"/about","status":200,"ok":false})",
                                    "Not all pages are served"}});
  EXPECT_EQ(installation.events().back(), "release.failing");
}

TEST_F(ReleaseCare, AFailingReleaseGoesBackWhereThatWasAskedFor) {
  release(installation.create_page("About", content("First")));
  const Answer other = installation.post(As::stranger, "/pages", R"({"name":"Other"})");
  release(other.text("id"), {}, As::stranger);
  const Answer about = installation.post(As::stranger, "/pages", R"({"name":"About"})");
  const std::string id = release(about.text("id"), R"(,"rollbackOnFailure":true)", As::stranger);
  check_all();
  check(installation, {.name = "it went back",
                       .caller = As::stranger,
                       .path = "/releases/" + id,
                       .contains = {R"("state":"failing")", R"("rollbackOnFailure":true)", "went back"}});
  const auto list = installation.get(As::stranger, "/releases").json();
  const auto& newest = json::find(list, "items")->get_array()[0];
  EXPECT_EQ(json::find_string(newest, "kind").value_or(""), "rollback");
  EXPECT_EQ(installation.get(As::stranger, "/pages/" + about.text("id")).text("status"), "draft");
  EXPECT_EQ(installation.get(As::stranger, "/pages/" + other.text("id")).text("status"), "published");
}

class ReleaseRetention : public ReleaseCare {
 protected:
  ReleaseRetention() : ReleaseCare({.kept_releases = 3, .kept_for = std::chrono::hours(0)}) {}
  std::int64_t artifacts() { return installation.count("SELECT COUNT(*) FROM artifacts"); }
};

TEST_F(ReleaseRetention, WhatIsShownAndWhatGoingBackNeedsStays) {
  const std::string still = installation.create_page("Still", content("The one that never changes"));
  const std::string busy = installation.create_page("Busy", content("Busy 0"));
  const std::string gone = installation.create_page("Gone", content("Gone"));
  release(still);
  release(gone);
  std::vector<std::string> ids;
  for (int i = 1; i <= 6; ++i) ids.push_back(release_text(busy, "Busy " + std::to_string(i)));
  EXPECT_EQ(artifacts(), 8);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 8);
  installation.pass(std::chrono::hours(2));
  // Of the old ones: the pages "Still" and "Gone", which are shown; of "Busy" the three newest.
  EXPECT_EQ(artifacts(), 5);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 5);
  EXPECT_EQ(installation.events().back(), "releases.thinned_out");
  EXPECT_NE(seen("/still").find("never changes"), std::string::npos);
  // Going back within what is kept shows all pages as they were then, and a restart shows the same.
  EXPECT_EQ(roll_back(ids[3]), 201U);
  EXPECT_NE(seen("/busy").find("Busy 4"), std::string::npos);
  EXPECT_NE(seen("/still").find("never changes"), std::string::npos);
  installation.restart_abruptly();
  EXPECT_NE(seen("/busy").find("Busy 4"), std::string::npos);
  EXPECT_NE(seen("/gone").find("Gone"), std::string::npos);
  EXPECT_EQ(roll_back(ids[0]), 404U);
}

TEST_F(ReleaseRetention, AnOldReleaseOfWhichPartsAreLeftCannotBeGoneBackTo) {
  const std::string still = installation.create_page("Still", content("Still"));
  const std::string busy = installation.create_page("Busy", content("Busy 0"));
  const std::string both =
      installation
          .post(As::admin, "/releases",
                R"({"environmentId":")" + environment() + R"(","pageIds":[")" + still + R"(",")" + busy + "\"]}")
          .text("id");
  for (int i = 1; i <= 4; ++i) release_text(busy, "Busy " + std::to_string(i));
  installation.pass(std::chrono::hours(2));
  check(installation, {.name = "it says so",
                       .caller = As::viewer,
                       .path = "/releases/" + both,
                       .contains = {R"("canRollBack":false)", R"("path":"/still")"},
                       .absent = {R"("path":"/busy")"}});
  EXPECT_EQ(roll_back(both), 409U);
  EXPECT_EQ(installation
                .post(As::admin, "/releases/" + both + "/promote",
                      R"({"environmentId":")" + environment(As::admin, 1) + "\"}")
                .status,
            409U);
  const auto events = installation.events();
  installation.pass(std::chrono::hours(2));
  EXPECT_EQ(installation.events(), events);  // nothing is left to do
}

TEST_F(ReleaseRetention, ATakenOffPageDoesNotComeBack) {
  const std::string page = installation.create_page("Page", content("Page"));
  const std::string busy = installation.create_page("Busy", content("Busy 0"));
  const std::string first = release(busy);
  release(page);
  EXPECT_EQ(roll_back(first), 201U);  // takes "Page" off
  std::vector<std::string> ids;
  for (int i = 1; i <= 5; ++i) ids.push_back(release_text(busy, "Busy " + std::to_string(i)));
  installation.pass(std::chrono::hours(2));
  EXPECT_EQ(roll_back(ids[2]), 201U);
  EXPECT_EQ(seen("/page"), "");
  EXPECT_NE(seen("/busy").find("Busy 3"), std::string::npos);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM release_artifacts WHERE page_id = '" + page + "'"), 0);
}

TEST_F(ReleaseCare, UsuallyNothingOfAYearIsForgotten) {
  const std::string busy = installation.create_page("Busy", content("Busy 0"));
  for (int i = 1; i <= 4; ++i) release_text(busy, "Busy " + std::to_string(i));
  installation.pass(std::chrono::hours(24 * 300));
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 4);
}

TEST_F(ReleaseCare, WithAnEnvironmentItsBytesGo) {
  const Answer made = installation.post(As::admin, "/environments", R"({"name":"Acceptance"})");
  const std::string page = installation.create_page("About", content("First"));
  EXPECT_EQ(
      installation.post(As::admin, "/pages/" + page + "/publish", R"({"environmentId":")" + made.text("id") + "\"}")
          .status,
      200U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 1);
  EXPECT_EQ(installation.remove(As::admin, "/environments/" + made.text("id") + "?contents=delete").status, 204U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
