// One connection to an SQLite file, with its prepared statements kept for use again. For one thread at a time.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>

#include "server/database/exclusive_connection.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace pagewright::database {

class SqliteConnection final : public ExclusiveConnection {
 public:
  enum class Use : std::uint8_t { writing, reading };

  // Opens the file (writing: creates it) and sets what crash safety needs: WAL, synchronous=FULL, foreign keys.
  static Outcome<std::unique_ptr<SqliteConnection>> open(const std::filesystem::path& file, Use use);
  ~SqliteConnection() override;

  Outcome<Rows> query(std::string_view sql, std::initializer_list<Parameter> parameters = {}) override;
  Outcome<std::int64_t> execute(std::string_view sql, std::initializer_list<Parameter> parameters = {}) override;
  Outcome<void> post(std::string_view sql, std::initializer_list<Parameter> parameters = {}) override;
  Outcome<void> run_script(std::string_view sql) override;

  Outcome<void> change_schema(const Change& change) override;
  Outcome<void> fill_tables(const Change& fill) override;
  Outcome<void> read_snapshot(const Change& look) override;
  Outcome<std::vector<Table>> tables() override;
  Outcome<void> for_each_row(std::string_view sql, const EachRow& each) override;
  Outcome<void> post_values(std::string_view sql, std::span<const Parameter> parameters) override;

  // From now on a statement that takes longer fails as unavailable. Scripts, and what is read row by row, may take as
  // long as they do.
  void limit_statements(std::chrono::milliseconds limit);

  // From now on calls `committed` after each commit with the pages of the write-ahead log, and makes no checkpoints by
  // itself; an empty function: as SQLite does.
  void watch_log(std::function<void(int pages)> committed);
  // Copies what it can of the write-ahead log into the file, waiting for nobody. False where another connection is at
  // it. What fails is tried again with the next: the log has it.
  bool checkpoint();

  // False also after SQLite ended the transaction by itself, as it does on some faults.
  [[nodiscard]] bool is_in_transaction() const;
  // The last fault of any statement.
  [[nodiscard]] const Problem& last_fault() const { return last_fault_; }

 private:
  struct Statement {
    sqlite3_stmt* prepared = nullptr;
    std::vector<int> numbers;  // of SQLite's parameter i + 1 the n in $n
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  using Clock = std::chrono::steady_clock;

  explicit SqliteConnection(sqlite3* connection) : connection_(connection) {}
  static int is_too_late(void* connection);
  static int has_committed(void* connection, sqlite3* handle, const char* schema, int pages);
  Outcome<Statement*> prepare(std::string_view sql);
  Outcome<Rows> run(std::string_view sql, std::span<const Parameter> parameters);
  Outcome<void> bind(const Statement& statement, std::span<const Parameter> parameters);
  Outcome<void> without_foreign_keys(const Change& change);
  static Cell read_cell(sqlite3_stmt* prepared, int column);
  Outcome<Rows> step_through(sqlite3_stmt* prepared);
  // Why the last call failed; kept as last_fault().
  [[nodiscard]] Problem fault(std::string_view sql);
  [[nodiscard]] Problem describe_fault(std::string_view sql) const;
  void forget_statements();

  sqlite3* connection_;
  std::chrono::milliseconds statement_limit_{0};  // 0: none
  Clock::time_point deadline_ = Clock::time_point::max();
  std::function<void(int)> committed_;
  Problem last_fault_;
  std::unordered_map<std::string, Statement, Hash, std::equal_to<>> statements_;
};

}  // namespace pagewright::database
