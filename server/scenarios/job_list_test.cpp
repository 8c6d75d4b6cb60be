// Work in the background as administrators see it: listed, tried again and cancelled by hand.
#include <gtest/gtest.h>

#include "server/background/job_progress.hpp"
#include "server/scenarios/workers.hpp"

namespace pagewright::scenarios {
namespace {

using background::Failure;
using namespace std::chrono_literals;

TEST(Jobs, AreListedForAdministratorsOfTheirOrganisation) {
  Installation installation;
  Workers workers(installation);
  workers.add_kind("test.hopeless", [](const Job&) -> Attempt {
    return std::unexpected(Failure{.reason = "Nobody there.", .then = Failure::Then::give_up});
  });
  const auto failed = workers.enqueue({.kind = "test.hopeless", .payload = "the secret link"});
  workers.run_due();
  const auto waiting = workers.enqueue({.kind = "test.other", .payload = ""});
  const auto get = [&](const std::string& name, const std::string& path, std::vector<std::string> contains,
                       std::vector<std::string> absent) {
    check(installation, {.name = name,
                         .caller = As::admin,
                         .path = path,
                         .contains = std::move(contains),
                         .absent = std::move(absent)});
  };
  get("all", "/jobs", {"\"total\":2", failed, waiting, "Nobody there."}, {"secret link"});
  get("by state", "/jobs?state=failed", {"\"total\":1", failed}, {waiting});
  get("by kind", "/jobs?kind=test.other", {"\"total\":1", waiting}, {failed});
  get("pages of the list", "/jobs?limit=1&offset=1", {"\"total\":2", failed}, {waiting});
  get("one", "/jobs/" + failed, {R"("state":"failed")", R"("attempts":1)"}, {"secret link"});
  check(installation, {.name = "no such state", .caller = As::admin, .path = "/jobs?state=lost", .status = 400});
  check(installation, {.name = "no such job", .caller = As::admin, .path = "/jobs/" + new_uuid(), .status = 404});
  check(installation,
        {.name = "others see none", .caller = As::stranger, .path = "/jobs", .contains = {"\"total\":0"}});
  for (const auto& path : {"/jobs/" + failed, "/jobs/" + failed + "/retry", "/jobs/" + waiting + "/cancel"})
    check(installation, {.name = "another organisation's " + path,
                         .caller = As::stranger,
                         .method = path == "/jobs/" + failed ? http::Method::get : http::Method::post,
                         .path = path,
                         .status = 404,
                         .absent = {failed, "Nobody there."}});
  EXPECT_EQ(workers.state(failed), "failed");
  EXPECT_EQ(workers.state(waiting), "waiting");
}

TEST(Jobs, AreRetriedAndCancelledByHand) {
  Installation installation;
  Workers workers(installation);
  bool works = false;
  workers.add_kind("test.moody", [&](const Job&) -> Attempt {
    if (works) return {};
    return std::unexpected(Failure{.reason = "Not now.", .then = Failure::Then::give_up});
  });
  const auto id = workers.enqueue({.kind = "test.moody", .payload = "p"});
  const auto post = [&](const std::string& action, unsigned status, std::vector<std::string> events) {
    check(installation, {.name = action,
                         .caller = As::admin,
                         .method = http::Method::post,
                         .path = "/jobs/" + id + "/" + action,
                         .status = status,
                         .events = std::move(events)});
  };
  post("retry", 409, {});  // it waits
  post("cancel", 200, {"job.cancelled"});
  post("cancel", 409, {});
  workers.run_due();
  EXPECT_EQ(workers.state(id), "cancelled");
  post("retry", 200, {"job.retried"});
  workers.pass(std::chrono::milliseconds(now_milliseconds()) - std::chrono::milliseconds(workers.now()) + 1s);
  workers.run_due();
  EXPECT_EQ(workers.state(id), "failed");
  works = true;
  post("retry", 200, {"job.retried"});
  workers.pass(1s);
  workers.run_due();
  EXPECT_EQ(workers.state(id), "done");
  post("cancel", 409, {});
  post("retry", 409, {});
}

TEST(Jobs, ThatWereCancelledAndWaitAgainAreNotTheirFormerWorkers) {
  Installation installation;
  Workers workers(installation);
  const auto id = workers.enqueue({.kind = "test.long", .payload = "p"});
  workers.pass(std::chrono::milliseconds(now_milliseconds() - workers.now()) + 1min);
  const auto write = [&](auto function) { return run_to_end(workers.database().write(std::move(function))); };
  const auto take = [&] {
    return **write([&](database::Connection& connection) {
      return background::take(connection, id, workers.now(), workers.now() + 60'000);
    });
  };
  const auto report = [&](const Job& job) {
    return write(
        [&](database::Connection& connection) { return background::report(connection, job, {}, workers.now(), 1min); });
  };
  const Job former = take();
  EXPECT_TRUE(report(former));
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + id + "/cancel").status, 200U);
  check(installation, {.name = "retry",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = "/jobs/" + id + "/retry",
                       .contains = {R"("attempts":1,"maxAttempts":9)"},
                       .events = {"job.retried"}});
  const Job present = take();
  EXPECT_FALSE(report(former));
  EXPECT_TRUE(report(present));
}

}  // namespace
}  // namespace pagewright::scenarios
