// A release of many pages: a job that tells how far it is, and can be stopped until its pointers have moved.
#include <gtest/gtest.h>

#include <thread>

#include "server/scenarios/editors.hpp"
#include "server/scenarios/observed.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

constexpr std::size_t front_page = 1;  // the page that came first is shown at the root as well

class ReleaseJobs : public testing::Test {
 protected:
  Installation installation;

  // {"environmentId": …, "pageIds": [ids of `count` new pages]}
  std::string body_for(int count) {
    const auto environments = installation.get(As::admin, "/environments").json();
    const std::string environment(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
    std::string ids;
    for (int i = 0; i < count; ++i)
      ids += (ids.empty() ? "\"" : ",\"") + installation.create_page("Page " + std::to_string(i), two_headings) + "\"";
    return R"({"environmentId":")" + environment + R"(","message":"Autumn","pageIds":[)" + ids + "]}";
  }
  std::string enqueue(const std::string& body) {
    const Answer answer = installation.post(As::admin, "/releases", body);
    EXPECT_EQ(answer.status, 202U) << answer.body;
    return answer.text("jobId");
  }
  Answer job(const std::string& id) { return installation.get(As::admin, "/jobs/" + id); }
  std::int64_t releases() { return installation.count("SELECT COUNT(*) FROM releases WHERE message = 'Autumn'"); }
};

TEST_F(ReleaseJobs, FewPagesAreReleasedWithinTheRequest) {
  EXPECT_EQ(installation.post(As::admin, "/releases", body_for(50)).status, 201U);
  EXPECT_EQ(served(installation).size(), 50U + front_page);
}

TEST_F(ReleaseJobs, ManyPagesAreReleasedByAJobThatTellsOfItself) {
  const std::string id = enqueue(body_for(51));
  EXPECT_EQ(job(id).text("state"), "waiting");
  EXPECT_NE(job(id).body.find(R"("progress":null)"), std::string::npos);
  EXPECT_TRUE(served(installation).empty());
  installation.work();
  const Answer done = job(id);
  EXPECT_EQ(done.text("state"), "done") << done.body;
  EXPECT_NE(done.body.find(R"("done":51,"total":51)"), std::string::npos) << done.body;
  EXPECT_NE(done.body.find("Pages rendered: 51"), std::string::npos) << done.body;
  const json::Value whole = done.json();
  const json::Value* result = json::find(*json::find(whole, "progress"), "result");
  const std::string release(json::find_string(*result, "releaseId").value());
  const Answer released = installation.get(As::admin, "/releases/" + release);
  EXPECT_NE(released.body.find(R"("counts":{"shown":51,"takenOff":0})"), std::string::npos) << released.body;
  EXPECT_EQ(served(installation).size(), 51U + front_page);
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + id + "/cancel").status, 409U);
}

TEST_F(ReleaseJobs, WhatIsCancelledMidwayHasReleasedNothing) {
  const std::string id = enqueue(body_for(150));
  std::thread worker([&] { installation.work(); });
  while (job(id).body.find(R"("total":150)") == std::string::npos)
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  const Answer cancelled = installation.post(As::admin, "/jobs/" + id + "/cancel");
  worker.join();
  EXPECT_EQ(cancelled.status, 200U) << cancelled.body;
  EXPECT_EQ(job(id).text("state"), "cancelled");
  EXPECT_EQ(releases(), 0);
  EXPECT_TRUE(served(installation).empty());
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + id + "/retry").status, 200U);
  installation.work();
  EXPECT_EQ(job(id).text("state"), "done");
  EXPECT_EQ(releases(), 1);
  EXPECT_EQ(served(installation).size(), 150U + front_page);
}

TEST_F(ReleaseJobs, AReleaseIsMadeOnceWhereverTheServerStops) {
  const std::string id = enqueue(body_for(51));
  // As if the server ended after the release was written, before anything more about its job was.
  installation.refuse_updates("jobs", "NEW.state = 'done' AND NEW.progress = OLD.progress");
  installation.work();
  EXPECT_EQ(releases(), 1);
  installation.accept_updates("jobs");
  installation.pass(std::chrono::minutes(16));
  EXPECT_EQ(releases(), 1);
  EXPECT_EQ(job(id).text("state"), "done") << job(id).body;
}

TEST_F(ReleaseJobs, APageThatCannotBeReleasedStopsAllAndIsNamed) {
  std::string body = body_for(51);
  body.insert(body.size() - 2, R"(,"01900000-0000-7000-8000-000000000000")");
  const std::string id = enqueue(body);
  installation.work();
  EXPECT_EQ(job(id).text("state"), "failed");
  EXPECT_NE(job(id).text("lastError").find("/pageIds/51 must be the id of a page"), std::string::npos) << job(id).body;
  EXPECT_EQ(releases(), 0);
  EXPECT_TRUE(served(installation).empty());
}

}  // namespace
}  // namespace pagewright::scenarios
