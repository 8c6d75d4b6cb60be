// Releases that are not there yet, as everyone of the organisation is told of them.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

class UpcomingReleases : public testing::Test {
 protected:
  explicit UpcomingReleases(Installation::Options options = {}) : installation(std::move(options)) {}
  Installation installation;

  std::string production() {
    const auto environments = installation.get(As::admin, "/environments").json();
    return std::string(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
  }
  std::string in(std::chrono::minutes time) {
    return to_iso8601(installation.now() + std::chrono::milliseconds(time).count());
  }
  // The id of the job.
  std::string schedule(const std::string& time, const std::string& more) {
    const Answer answer =
        installation.post(As::admin, "/releases",
                          R"({"environmentId":")" + production() + R"(","publishAt":")" + time + "\"" + more + "}");
    EXPECT_EQ(answer.status, 202U) << answer.body;
    return answer.text("jobId");
  }
  std::string upcoming(As caller = As::viewer) {
    const Answer answer = installation.get(caller, "/releases/upcoming");
    EXPECT_EQ(answer.status, 200U) << answer.body;
    return answer.body;
  }
};

TEST_F(UpcomingReleases, AreToldTheNextOneFirst) {
  const std::string page = installation.create_page("About", two_headings);
  const std::string ids = R"(,"pageIds":[")" + page + "\"]";
  const std::string later = schedule(in(std::chrono::hours(5)), R"(,"rollbackOnFailure":true)");
  const std::string time = in(std::chrono::hours(1));
  const std::string soon = schedule(time, ids + R"(,"message":"Opening hours")");
  const std::string list = upcoming();
  EXPECT_LT(list.find(soon), list.find(later)) << list;
  EXPECT_NE(list.find(R"("state":"waiting","publishAt":")" + time), std::string::npos) << list;
  EXPECT_NE(list.find(R"("message":"Opening hours","rollbackOnFailure":false,"pageCount":1,"pages":[{"pageId":")" +
                      page + R"(","pageName":"About"}],"progress":null,"fault":"")"),
            std::string::npos)
      << list;
  EXPECT_NE(list.find(R"("rollbackOnFailure":true,"pageCount":null,"pages":[])"), std::string::npos) << list;
  EXPECT_EQ(upcoming(As::stranger), R"({"items":[]})");
  check(installation, {.name = "nobody", .path = "/releases/upcoming", .status = 401});

  EXPECT_EQ(installation.post(As::admin, "/jobs/" + later + "/cancel").status, 200U);
  EXPECT_EQ(upcoming().find(later), std::string::npos);
  installation.pass(std::chrono::minutes(61));
  EXPECT_EQ(upcoming(), R"({"items":[]})");
}

TEST_F(UpcomingReleases, NameNoPageThatTheReaderMayNotView) {
  const std::string page = installation.create_page("About", two_headings);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + page + "/access", R"({"access":"restricted"})").status, 200U);
  schedule(in(std::chrono::hours(1)), R"(,"pageIds":[")" + page + "\"]");
  EXPECT_NE(upcoming().find(R"("pageCount":1,"pages":[])"), std::string::npos) << upcoming();
  EXPECT_NE(upcoming(As::admin).find(R"("pageName":"About")"), std::string::npos);
}

class CountedUpcomingReleases : public UpcomingReleases {
 protected:
  CountedUpcomingReleases() : UpcomingReleases({.is_explained = true}) {}
};

TEST_F(CountedUpcomingReleases, AreReadWithFewQuestions) {
  std::string ids;
  for (int i = 0; i < 23; ++i) {
    const std::string page = installation.create_page("Page " + std::to_string(i));
    if (i < 2)
      EXPECT_EQ(installation.put(As::admin, "/pages/" + page + "/access", R"({"access":"restricted"})").status, 200U);
    ids += (i == 0 ? "\"" : ",\"") + page + "\"";
  }
  for (int i = 0; i < 5; ++i) schedule(in(std::chrono::hours(1)), R"(,"pageIds":[)" + ids + "]");
  upcoming();
  const auto before = installation.explained().statements();
  const std::string list = upcoming();
  EXPECT_LE(installation.explained().statements() - before, 15U);
  // The first twenty of those that a viewer may view.
  EXPECT_EQ(list.find(R"("pageName":"Page 1")"), std::string::npos) << list;
  EXPECT_NE(list.find(R"("pageName":"Page 2")"), std::string::npos) << list;
  EXPECT_NE(list.find(R"("pageName":"Page 21")"), std::string::npos) << list;
  EXPECT_EQ(list.find(R"("pageName":"Page 22")"), std::string::npos) << list;
}

TEST_F(UpcomingReleases, ThatDidNotComeAboutSayWhyForAWeek) {
  const std::string page = installation.create_page("About", two_headings);
  schedule(in(std::chrono::hours(1)), R"(,"pageIds":[")" + page + "\"]");
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, R"({"status":"archived"})").status, 200U);
  installation.pass(std::chrono::minutes(61));
  EXPECT_NE(upcoming(As::admin).find(R"("progress":{"done":0,"total":1},"fault":"The pages were not published: )"),
            std::string::npos)
      << upcoming(As::admin);
  // It may name a page that not everyone knows.
  EXPECT_NE(upcoming().find(R"("state":"failed")"), std::string::npos) << upcoming();
  EXPECT_NE(upcoming().find(R"("fault":"")"), std::string::npos) << upcoming();
  installation.pass(std::chrono::hours(6 * 24));
  EXPECT_NE(upcoming().find(R"("state":"failed")"), std::string::npos);
  installation.pass(std::chrono::hours(25));
  EXPECT_EQ(upcoming(), R"({"items":[]})");
}

}  // namespace
}  // namespace pagewright::scenarios
