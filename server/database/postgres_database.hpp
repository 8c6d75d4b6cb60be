// The database in PostgreSQL: one connection that commits in groups, and a few that read. Connections that are lost
// come back by themselves; meanwhile every call is answered as unavailable.
#pragma once

#include <optional>
#include <vector>

#include "server/database/job_threads.hpp"
#include "server/database/postgres_session.hpp"

namespace pagewright::database {

class PostgresDatabase final : public Database {
 public:
  // Connects, and claims the database: fails where another Pagewright writes to it. The schema is the Migrator's
  // business, before this.
  static Outcome<std::unique_ptr<PostgresDatabase>> open(const std::string& url,
                                                         std::chrono::milliseconds statement_limit = longest_statement);

  [[nodiscard]] std::uint64_t interruptions() const override { return sessions_.front()->interruptions(); }
  [[nodiscard]] bool can_be_interrupted() const override { return true; }
  [[nodiscard]] Counts counts() override { return threads_->counts(); }

 protected:
  void submit_write(std::shared_ptr<Job> job) override { threads_->write(std::move(job)); }
  void submit_read(std::shared_ptr<Job> job) override { threads_->read(std::move(job)); }

 private:
  PostgresDatabase() = default;

  std::vector<std::unique_ptr<PostgresSession>> sessions_;  // the writer's first
  std::optional<JobThreads> threads_;                       // ends before them
};

}  // namespace pagewright::database
