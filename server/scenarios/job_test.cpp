// Work in the background: done once it is due, tried again, kept through crashes.
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <latch>
#include <thread>

#include "server/background/job_progress.hpp"
#include "server/scenarios/workers.hpp"

namespace pagewright::scenarios {
namespace {

using background::Failure;
using namespace std::chrono_literals;

// One peer that does not answer holds up its own kind of jobs, and nothing else.
TEST(Jobs, OfOneKindLeaveRoomForTheOthers) {
  Installation installation;
  Workers workers(installation);
  std::latch answered(1);
  std::promise<void> released;
  std::atomic<int> most{0};
  std::atomic<int> under_way{0};
  workers.add_kind(
      "test.silent",
      [&](const Job&) -> Attempt {
        const int count = ++under_way;
        for (int seen = most; seen < count && !most.compare_exchange_weak(seen, count);) {
        }
        answered.wait();
        --under_way;
        return {};
      },
      2);
  workers.add_kind("test.release", [&](const Job&) -> Attempt {
    released.set_value();
    return {};
  });
  std::vector<std::string> deliveries;
  for (int i = 0; i < 20; ++i) deliveries.push_back(workers.enqueue({.kind = "test.silent", .payload = "{}"}));
  workers.enqueue({.kind = "test.release", .payload = "{}", .run_at = workers.now()});
  std::vector<std::jthread> calls;
  for (int i = 0; i < 4; ++i) calls.emplace_back([&] { workers.run_due(); });
  EXPECT_EQ(released.get_future().wait_for(60s), std::future_status::ready);
  EXPECT_LE(std::ranges::count(deliveries, "running", [&](const auto& id) { return workers.state(id); }), 2);
  EXPECT_EQ(std::ranges::count(deliveries, "done", [&](const auto& id) { return workers.state(id); }), 0);
  answered.count_down();
  calls.clear();
  for (const std::string& id : deliveries) EXPECT_EQ(workers.state(id), "done");
  EXPECT_EQ(most, 2);
}

TEST(Jobs, AreDoneOnceWhenTheyAreDue) {
  Installation installation;
  Workers workers(installation);
  std::vector<std::string> done;
  workers.add_kind("test.note", [&](const Job& job) -> Attempt {
    done.push_back(job.payload);
    return {};
  });
  const auto first = workers.enqueue({.kind = "test.note", .payload = "first"});
  const auto later = workers.enqueue({.kind = "test.note", .payload = "later", .run_at = workers.now() + 5000});
  workers.run_due();
  EXPECT_EQ(done, std::vector<std::string>{"first"});
  EXPECT_EQ(workers.state(first), "done");
  EXPECT_EQ(workers.state(later), "waiting");
  workers.pass(5s);
  workers.run_due();
  workers.run_due();
  EXPECT_EQ(done, (std::vector<std::string>{"first", "later"}));
  // What a job needed to know may be private, and nobody needs it any more.
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE payload <> ''"), 0);
}

TEST(Jobs, ExistOnlyIfTheirTransactionIsCommitted) {
  Installation installation;
  Workers workers(installation);
  const auto undone = run_to_end(workers.database().write([&](database::Connection& connection) -> Outcome<void> {
    TRY(background::enqueue(connection, {.kind = "test.note", .payload = ""}, 1));
    return std::unexpected(Problem::conflict("No", "It went wrong afterwards."));
  }));
  EXPECT_FALSE(undone);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs"), 0);
}

TEST(Jobs, WithAnIdThatExistsAreNotWrittenDownTwice) {
  Installation installation;
  Workers workers(installation);
  const auto id = workers.enqueue({.kind = "test.note", .payload = "once"});
  workers.enqueue({.kind = "test.note", .payload = "twice", .id = id});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE payload = 'once'"), 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs"), 1);
}

TEST(Jobs, AreTriedAgainLaterAndLaterUntilTheyFail) {
  Installation installation;
  Workers workers(installation);
  std::vector<std::int64_t> attempts;
  workers.add_kind("test.broken", [&](const Job& job) -> Attempt {
    attempts.push_back(job.attempt);
    return std::unexpected(Failure{.reason = "Broken \xFF."});
  });
  const auto id = workers.enqueue({.kind = "test.broken", .payload = "p", .max_attempts = 3});
  workers.run_due();
  EXPECT_EQ(workers.state(id), "waiting");
  EXPECT_EQ(workers.last_error(id), "Broken \uFFFD.");
  workers.pass(4s);
  workers.run_due();
  EXPECT_EQ(attempts.size(), 1U);  // the first wait is 5 to 10 seconds
  workers.pass(6s);
  workers.run_due();
  EXPECT_EQ(attempts.size(), 2U);
  workers.pass(19s);
  workers.run_due();
  EXPECT_EQ(attempts.size(), 2U);  // the second 20 to 40
  workers.pass(21s);
  workers.run_due();
  EXPECT_EQ(attempts, (std::vector<std::int64_t>{1, 2, 3}));
  EXPECT_EQ(workers.state(id), "failed");
  workers.pass(24h);
  workers.run_due();
  EXPECT_EQ(attempts.size(), 3U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE payload = 'p'"), 1);  // to be tried again by hand
}

TEST(Jobs, ThatCannotSucceedGiveUpAtOnce) {
  Installation installation;
  Workers workers(installation);
  workers.add_kind("test.hopeless", [](const Job&) -> Attempt {
    return std::unexpected(Failure{.reason = "Never.", .then = Failure::Then::give_up});
  });
  workers.add_kind("test.throwing", [](const Job&) -> Attempt { throw std::runtime_error("out of paper"); });
  const auto hopeless = workers.enqueue({.kind = "test.hopeless", .payload = ""});
  const auto throwing = workers.enqueue({.kind = "test.throwing", .payload = ""});
  const auto unknown = workers.enqueue({.kind = "test.of_the_future", .payload = ""});
  workers.run_due();
  EXPECT_EQ(workers.state(hopeless), "failed");
  EXPECT_EQ(workers.state(throwing), "waiting");
  EXPECT_EQ(workers.last_error(throwing), "An exception: out of paper");
  EXPECT_EQ(workers.state(unknown), "waiting");  // a newer version of the program may know it
}

TEST(Jobs, OfAProcessThatDiedAreTakenAgain) {
  Installation installation;
  Workers workers(installation);
  std::vector<std::int64_t> attempts;
  workers.add_kind("test.note", [&](const Job& job) -> Attempt {
    attempts.push_back(job.attempt);
    return {};
  });
  const auto id = workers.enqueue({.kind = "test.note", .payload = "", .max_attempts = 2});
  const auto last = workers.enqueue({.kind = "test.note", .payload = "", .max_attempts = 1});
  // Another process takes them and is killed.
  for (const auto& job : {id, last})
    ASSERT_TRUE(run_to_end(workers.database().write([&](database::Connection& connection) {
      return background::take(connection, job, workers.now(), workers.now() + 60'000);
    })));
  workers.run_due();
  EXPECT_TRUE(attempts.empty());
  workers.pass(60s);
  workers.run_due();
  EXPECT_EQ(attempts, std::vector<std::int64_t>{2});
  EXPECT_EQ(workers.state(id), "done");
  EXPECT_EQ(workers.state(last), "failed");
  EXPECT_NE(workers.last_error(last).find("server stopped"), std::string::npos);
}

TEST(Jobs, ALateWorkerCannotEndWhatAnotherHasTaken) {
  Installation installation;
  Workers workers(installation);
  const auto id = workers.enqueue({.kind = "test.note", .payload = "p"});
  const auto take = [&] {
    return **run_to_end(workers.database().write([&](database::Connection& connection) {
      return background::take(connection, id, workers.now(), workers.now() + 1000);
    }));
  };
  const Job slow = take();
  workers.pass(1s);
  const Job quick = take();
  const auto note = [&](auto function) { ASSERT_TRUE(run_to_end(workers.database().write(std::move(function)))); };
  note([&](database::Connection& connection) { return background::mark_failed(connection, slow, "late", 1); });
  EXPECT_EQ(workers.state(id), "running");
  note([&](database::Connection& connection) { return background::mark_done(connection, quick, 1); });
  EXPECT_EQ(workers.state(id), "done");
}

TEST(Jobs, AreDoneWithTheTransactionOfTheirResult) {
  Installation installation;
  Workers workers(installation);
  int attempts = 0;
  workers.add_kind("test.note", [&](const Job&) -> Attempt {
    ++attempts;
    return {};
  });
  const auto id = workers.enqueue({.kind = "test.note", .payload = "p"});
  const auto write = [&](auto function) { return run_to_end(workers.database().write(std::move(function))); };
  const Job job = **write([&](database::Connection& connection) {
    return background::take(connection, id, workers.now(), workers.now() + 1000);
  });
  const auto finish = [&](database::Connection& connection) {
    return background::finish(connection, job, {.result = R"("made")"}, workers.now());
  };
  EXPECT_FALSE(write([&](database::Connection& connection) -> Outcome<void> {
    TRY(finish(connection));
    return std::unexpected(Problem::conflict("No", "Its result was not written."));
  }));
  EXPECT_EQ(workers.state(id), "running");
  EXPECT_TRUE(write(finish));
  EXPECT_EQ(workers.state(id), "done");
  // Its process ends before it has said anything more.
  workers.pass(1s);
  workers.run_due();
  EXPECT_EQ(attempts, 0);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE payload = '' AND progress LIKE '%made%'"), 1);
  EXPECT_FALSE(write(finish));
}

TEST(Jobs, AreSharedByWorkersWithoutBeingDoneTwice) {
  Installation installation;
  Workers workers(installation);
  std::mutex mutex;
  std::map<std::string, int> times;
  workers.add_kind("test.note", [&](const Job& job) -> Attempt {
    const std::lock_guard lock(mutex);
    ++times[job.id];
    return {};
  });
  for (int i = 0; i < 60; ++i) workers.enqueue({.kind = "test.note", .payload = ""});
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([&] { workers.run_due(); });
  }
  workers.run_due();  // what a worker lost to another it leaves for the next round
  EXPECT_EQ(times.size(), 60U);
  for (const auto& [id, count] : times) EXPECT_EQ(count, 1) << id;
}

TEST(Jobs, AWorkerThatStopsEndsTheJobItIsAt) {
  Installation installation;
  Workers workers(installation);
  int done = 0;
  workers.add_kind("test.note", [&](const Job&) -> Attempt {
    ++done;
    workers.stop();
    return {};
  });
  workers.enqueue({.kind = "test.note", .payload = ""});
  workers.enqueue({.kind = "test.note", .payload = ""});
  workers.run_due();
  EXPECT_EQ(done, 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE state = 'done'"), 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE state = 'waiting'"), 1);
}

TEST(Jobs, ThatEndedLongAgoAreForgotten) {
  Installation installation;
  Workers workers(installation);
  workers.add_kind("test.note", [](const Job&) -> Attempt { return {}; });
  workers.add_kind("test.hopeless", [](const Job&) -> Attempt {
    return std::unexpected(Failure{.reason = "Never.", .then = Failure::Then::give_up});
  });
  const auto done = workers.enqueue({.kind = "test.note", .payload = ""});
  const auto failed = workers.enqueue({.kind = "test.hopeless", .payload = ""});
  const auto waiting =
      workers.enqueue({.kind = "test.note", .payload = "", .run_at = workers.now() + 24LL * 3'600'000 * 90});
  workers.run_due();
  workers.pass(24h * 7);
  workers.maintain();
  EXPECT_EQ(workers.state(done), "done");
  workers.pass(1s);
  workers.maintain();
  EXPECT_EQ(workers.state(done), "gone");
  EXPECT_EQ(workers.state(failed), "failed");
  workers.pass(24h * 30);
  workers.maintain();
  EXPECT_EQ(workers.state(failed), "gone");
  EXPECT_EQ(workers.state(waiting), "waiting");
}

}  // namespace
}  // namespace pagewright::scenarios
