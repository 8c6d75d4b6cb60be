#include "server/database/checking/explained_database.hpp"

#include <algorithm>

namespace pagewright::database {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string without_indentation(std::string_view line) {
  const auto start = line.find_first_not_of(" ->");
  return std::string(start == std::string_view::npos ? std::string_view() : line.substr(start));
}

std::vector<std::string> texts(const Rows& rows, std::size_t column) {
  std::vector<std::string> lines;
  for (const auto row : rows) lines.push_back(row.text(column));
  return lines;
}

Outcome<std::vector<std::string>> scans_in_sqlite(Connection& connection, std::string_view sql,
                                                  std::initializer_list<Parameter> parameters) {
  constexpr std::size_t detail = 3;
  const auto plan = TRY(connection.query("EXPLAIN QUERY PLAN " + std::string(sql), parameters));
  return scans_in_sqlite_plan(texts(plan, detail));
}

// Tables of tests are small, and read whole unless that is made to look expensive.
Outcome<std::vector<std::string>> scans_in_postgres(Connection& connection, std::string_view sql,
                                                    std::initializer_list<Parameter> parameters) {
  TRY(connection.post("SET LOCAL enable_seqscan = off"));
  const auto plan = TRY(connection.query("EXPLAIN (COSTS OFF) " + std::string(sql), parameters));
  TRY(connection.post("SET LOCAL enable_seqscan = on"));
  return scans_in_postgres_plan(texts(plan, 0));
}

}  // namespace

std::vector<std::string> scans_in_sqlite_plan(const std::vector<std::string>& lines) {
  std::vector<std::string> scans;
  for (const std::string& line : lines) {
    // "SCAN 2 CONSTANT ROWS", "SCAN (subquery-1)": rows that come from nowhere, or from a step of its own.
    const bool is_table = line.starts_with("SCAN ") && !contains(line, "CONSTANT ROW") && !contains(line, "(");
    if (is_table) scans.push_back(line);
  }
  return scans;
}

std::vector<std::string> scans_in_postgres_plan(const std::vector<std::string>& lines) {
  std::vector<std::string> scans;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_index = contains(lines[i], "Index Scan") || contains(lines[i], "Index Only Scan");
    if (contains(lines[i], "Seq Scan on")) scans.push_back(without_indentation(lines[i]));
    // The condition that limits the range stands among the lines that describe the step, right below it.
    if (is_index && (i + 1 == lines.size() || !contains(lines[i + 1], "Index Cond:")))
      scans.push_back(without_indentation(lines[i]));
  }
  return scans;
}

class ExplainedDatabase::ExplainedConnection final : public Connection {
 public:
  ExplainedConnection(ExplainedDatabase& database, Connection& connection)
      : database_(database), connection_(connection) {}

  Outcome<Rows> query(std::string_view sql, std::initializer_list<Parameter> parameters) override {
    TRY(database_.explain(connection_, sql, parameters));
    return connection_.query(sql, parameters);
  }
  Outcome<std::int64_t> execute(std::string_view sql, std::initializer_list<Parameter> parameters) override {
    TRY(database_.explain(connection_, sql, parameters));
    return connection_.execute(sql, parameters);
  }
  Outcome<void> post(std::string_view sql, std::initializer_list<Parameter> parameters) override {
    TRY(database_.explain(connection_, sql, parameters));
    return connection_.post(sql, parameters);
  }
  Outcome<void> run_script(std::string_view sql) override { return connection_.run_script(sql); }

 private:
  ExplainedDatabase& database_;
  Connection& connection_;
};

class ExplainedDatabase::ExplainedJob final : public Job {
 public:
  ExplainedJob(ExplainedDatabase& database, std::shared_ptr<Job> job) : database_(database), job_(std::move(job)) {
    resume = [job = job_] { std::exchange(job->resume, nullptr)(); };
  }

  bool run(Connection& connection) override {
    ExplainedConnection explained(database_, connection);
    return job_->run(explained);
  }
  void fail(Problem problem) override { job_->fail(std::move(problem)); }

 private:
  ExplainedDatabase& database_;
  std::shared_ptr<Job> job_;
};

std::shared_ptr<Job> ExplainedDatabase::explained(std::shared_ptr<Job> job) {
  return std::make_shared<ExplainedJob>(*this, std::move(job));
}

Outcome<void> ExplainedDatabase::explain(Connection& connection, std::string_view sql,
                                         std::initializer_list<Parameter> parameters) {
  {
    const std::lock_guard lock(mutex_);
    ++statements_;
    if (!known_.emplace(sql).second) return {};
  }
  auto found = TRY(kind_ == Kind::sqlite ? scans_in_sqlite(connection, sql, parameters)
                                         : scans_in_postgres(connection, sql, parameters));
  const std::lock_guard lock(mutex_);
  for (std::string& step : found) scans_.push_back({.step = std::move(step), .sql = std::string(sql)});
  return {};
}

std::size_t ExplainedDatabase::statements() {
  const std::lock_guard lock(mutex_);
  return statements_;
}

std::vector<ExplainedDatabase::Scan> ExplainedDatabase::scans() {
  const std::lock_guard lock(mutex_);
  return scans_;
}

}  // namespace pagewright::database
