// Stands before a database of a test, and asks it how it finds the rows of each statement that comes through.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "server/database/checking/test_database.hpp"

namespace pagewright::database {

class ExplainedDatabase final : public Database {
 public:
  ExplainedDatabase(std::unique_ptr<Database> database, Kind kind) : database_(std::move(database)), kind_(kind) {}

  // A table, or an index of it, that a statement reads from its beginning to its end, although indexes are preferred.
  struct Scan {
    std::string step;  // as the database says it: "SCAN p", "Seq Scan on pages p"
    std::string sql;
  };
  // Those of all statements so far, each once.
  [[nodiscard]] std::vector<Scan> scans();
  // How many statements came through so far.
  [[nodiscard]] std::size_t statements();
  [[nodiscard]] Counts counts() override { return database_->counts(); }

 protected:
  void submit_write(std::shared_ptr<Job> job) override { pass_write(*database_, explained(std::move(job))); }
  void submit_read(std::shared_ptr<Job> job) override { pass_read(*database_, explained(std::move(job))); }

 private:
  class ExplainedConnection;
  class ExplainedJob;

  std::shared_ptr<Job> explained(std::shared_ptr<Job> job);
  // Nothing where the statement was explained before.
  Outcome<void> explain(Connection& connection, std::string_view sql, std::initializer_list<Parameter> parameters);

  std::unique_ptr<Database> database_;
  const Kind kind_;
  std::mutex mutex_;
  std::set<std::string, std::less<>> known_;
  std::vector<Scan> scans_;
  std::size_t statements_ = 0;
};

// The steps of EXPLAIN's lines that read a whole table or index.
[[nodiscard]] std::vector<std::string> scans_in_sqlite_plan(const std::vector<std::string>& lines);
[[nodiscard]] std::vector<std::string> scans_in_postgres_plan(const std::vector<std::string>& lines);

}  // namespace pagewright::database
