// The seam to the database. Stores write their SQL once, with $1 … $n, in the dialect that SQLite and PostgreSQL share.
#pragma once

#include <chrono>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

#include "server/database/job.hpp"
#include "server/database/row.hpp"

namespace pagewright::database {

// A connection inside a transaction: what a function given to Database::write or ::read works with. Only valid during
// the call.
class Connection {
 public:
  virtual ~Connection() = default;

  // Runs one statement and gives its rows (none for a statement without a result). A violated UNIQUE, foreign key or
  // CHECK is ProblemKind::conflict with the constraint in `cause`; a text with the character NUL, which not every
  // database can hold, is ProblemKind::validation; a full disk is ProblemKind::storage_full; a lost connection, and a
  // statement that took longer than it may, are ProblemKind::unavailable; anything else that fails is
  // ProblemKind::internal. After a failed statement the transaction is of no use any more: the function returns.
  virtual Outcome<Rows> query(std::string_view sql, std::initializer_list<Parameter> parameters = {}) = 0;

  // Runs one statement and gives the number of rows that it changed.
  virtual Outcome<std::int64_t> execute(std::string_view sql, std::initializer_list<Parameter> parameters = {}) = 0;

  // Runs one statement that has no result worth waiting for: it may be sent together with the next one. Its fault may
  // therefore be reported by a later call, or become the result of the whole function. The parameters are copied.
  virtual Outcome<void> post(std::string_view sql, std::initializer_list<Parameter> parameters = {}) = 0;

  // Runs a text of several statements without parameters: migrations.
  virtual Outcome<void> run_script(std::string_view sql) = 0;
};

// How long one statement may take: no query of ours comes near it, and one that does must not hold up all others.
inline constexpr std::chrono::milliseconds longest_statement = std::chrono::seconds(30);

class Database {
 public:
  // Finishes all that was submitted. Nothing may be submitted from then on.
  virtual ~Database() = default;

  // Runs `function(Connection&) -> Outcome<T>` in a write transaction, on a thread of the database. Success is reported
  // only after the commit is on disk; when the function fails, nothing of it stays. (Where the connection breaks during
  // the commit itself and nobody can say how it ended, the result is ProblemKind::unavailable and its text says so.)
  // Commits happen in the order of the calls, and calls that wait at the same time share one commit. `function` runs
  // once, must not block on anything but the connection, and must own what it uses (or the caller keeps that alive
  // across the co_await).
  template <typename Function>
  auto write(Function function) -> Task<std::invoke_result_t<Function&, Connection&>> {
    co_return co_await run(&Database::submit_write, std::move(function));
  }

  // As write; `then` sees the result first, on a thread of the database, in the order of commits. It must be brief and
  // must not throw. For what is kept in memory of what was written: two writers never leave the older one's there.
  template <typename Function, typename Then>
  auto write_then(Function function, Then then) -> Task<std::invoke_result_t<Function&, Connection&>> {
    using R = std::invoke_result_t<Function&, Connection&>;
    std::optional<R> result;
    co_await suspend([this, &result, &function, &then](Resume resume) {
      auto shared_resume = std::make_shared<Resume>(std::move(resume));
      enqueue_write(std::move(function), [&result, shared_resume, then = std::move(then)](R finished) mutable {
        then(std::as_const(finished));
        result.emplace(std::move(finished));
        (*shared_resume)();
      });
    });
    co_return std::move(*result);
  }

  // As write, for those who fix the order of several writes themselves: the function is queued before this returns.
  // `then` gets the result on a thread of the database, in the order of the calls; it must be brief and must not throw.
  template <typename Function, typename Then>
  void enqueue_write(Function function, Then then) {
    using R = std::invoke_result_t<Function&, Connection&>;
    auto job = std::make_shared<TypedJob<Function, R>>(std::move(function));
    job->resume = [job, then = std::move(then)]() mutable {
      const auto finished = std::move(job);  // a job that held itself would never go away
      then(std::move(*finished->result));
    };
    submit_write(std::move(job));
  }

  // As write, on a consistent snapshot of the committed state, concurrently with other reads and with writes.
  template <typename Function>
  auto read(Function function) -> Task<std::invoke_result_t<Function&, Connection&>> {
    co_return co_await run(&Database::submit_read, std::move(function));
  }

  // How often another server had, or could have had, the right to write since this was opened. Where it has grown, what
  // is kept in memory of what was read before may be out of date. It learns of that at the next write.
  [[nodiscard]] virtual std::uint64_t interruptions() const { return 0; }
  // Whether there can be another server at all.
  [[nodiscard]] virtual bool can_be_interrupted() const { return false; }

  struct Counts {
    std::uint64_t writes = 0;
    std::uint64_t commits = 0;
  };
  // How many writes were done, in how many commits.
  [[nodiscard]] virtual Counts counts() = 0;

 protected:
  virtual void submit_write(std::shared_ptr<Job> job) = 0;
  virtual void submit_read(std::shared_ptr<Job> job) = 0;

  // For a database that stands before another one.
  static void pass_write(Database& to, std::shared_ptr<Job> job) { to.submit_write(std::move(job)); }
  static void pass_read(Database& to, std::shared_ptr<Job> job) { to.submit_read(std::move(job)); }

 private:
  template <typename Function, typename R>
  class TypedJob final : public Job {
   public:
    explicit TypedJob(Function function) : function_(std::move(function)) {}
    bool run(Connection& connection) override {
      result.emplace(function_(connection));
      return result->has_value();
    }
    void fail(Problem problem) override { result.emplace(std::unexpected(std::move(problem))); }

    std::optional<R> result;

   private:
    Function function_;
  };

  template <typename Function>
  auto run(void (Database::*submit)(std::shared_ptr<Job>), Function function)
      -> Task<std::invoke_result_t<Function&, Connection&>> {
    using R = std::invoke_result_t<Function&, Connection&>;
    auto job = std::make_shared<TypedJob<Function, R>>(std::move(function));
    co_await suspend([this, submit, job](Resume resume) {
      job->resume = std::move(resume);
      (this->*submit)(job);
    });
    co_return std::move(*job->result);
  }
};

}  // namespace pagewright::database
