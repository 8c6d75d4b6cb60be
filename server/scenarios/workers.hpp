// Workers on an installation's database, for scenarios of work in the background.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <string>

#include "server/background/job_service.hpp"
#include "server/background/worker.hpp"
#include "server/base/uuid.hpp"
#include "server/jobs/run_to_end.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

using background::Attempt;
using background::Job;

// With kinds and a clock of the test's own.
class Workers {
 public:
  explicit Workers(Installation& installation) : database_(installation.database()) {
    const auto rows = read("SELECT id FROM organisations WHERE slug <> 'elsewhere'");
    organization_id_ = rows.front().text(0);
  }

  void add_kind(const std::string& name, std::function<Attempt(const Job&)> attempt, int at_once = 0) {
    kinds_.add(name,
               {.attempt = [attempt = std::move(attempt)](const Job& job) -> Task<Attempt> { co_return attempt(job); },
                .at_once = at_once});
  }
  std::string enqueue(background::NewJob job) {
    if (job.id.empty()) job.id = new_uuid();
    job.organization_id = organization_id_;
    const auto written = run_to_end(
        database_.write([&](database::Connection& connection) { return background::enqueue(connection, job, now_); }));
    EXPECT_TRUE(written);
    return job.id;
  }
  void run_due() { run_to_end(worker_.run_due()); }
  void pass(std::chrono::milliseconds time) { now_ += time.count(); }
  void maintain() { run_to_end(worker_.maintain()); }
  void stop() { worker_.stop(); }

  database::Rows read(const std::string& sql) {
    return run_to_end(database_.read([&](database::Connection& connection) { return connection.query(sql); })).value();
  }
  std::string state(const std::string& id) {
    const auto rows = read("SELECT state FROM jobs WHERE id = '" + id + "'");
    return rows.empty() ? "gone" : rows.front().text(0);
  }
  std::string last_error(const std::string& id) {
    return read("SELECT last_error FROM jobs WHERE id = '" + id + "'").front().text(0);
  }
  database::Database& database() { return database_; }
  [[nodiscard]] Milliseconds now() const { return now_; }

 private:
  database::Database& database_;
  std::string organization_id_;
  std::atomic<Milliseconds> now_{1'700'000'000'000};
  background::Kinds kinds_;
  background::Worker worker_{database_, kinds_, [this] { return now_.load(); }};
};

}  // namespace pagewright::scenarios
