// One connection to PostgreSQL, with its prepared statements kept for use again. For one thread at a time.
//
// It works in libpq's pipeline mode: what was posted (BEGIN, SAVEPOINT, inserts …) travels together with the next
// statement whose answer is needed, so that a transaction costs as many round trips as it has questions.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>

#include "server/database/exclusive_connection.hpp"
#include "server/database/postgres_result.hpp"

namespace pagewright::database {

class PostgresConnection final : public ExclusiveConnection {
 public:
  // `url`: "postgres://…". Fails as unavailable where the server is not reachable; as internal, with a sentence that
  // says what to do in `cause`, where it is too old or its database is not in UTF-8.
  static Outcome<std::unique_ptr<PostgresConnection>> open(const std::string& url);
  ~PostgresConnection() override;

  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

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

  // Waits for the answers to what was posted; an error: the first fault among them.
  Outcome<void> settle();
  // Sends what was posted without waiting for the answers: their faults are forgotten.
  void send_posted();
  // Ends the transaction with COMMIT, and waits for it. A transaction in which a statement has failed is an error.
  Outcome<void> commit();

  // A statement of the present transaction has failed: nothing goes on before a rollback.
  [[nodiscard]] bool is_transaction_broken() const;
  // False after the connection was lost. Looks at the socket, and waits for nothing.
  [[nodiscard]] bool is_alive();
  // The last fault of any statement.
  [[nodiscard]] const Problem& last_fault() const { return last_fault_; }
  // The server's process.
  [[nodiscard]] int backend() const;

 private:
  struct Statement {
    std::string sql;
    std::string name;
    std::size_t parameters = 0;  // the highest n in $n
    bool is_prepared = false;    // or on its way to be
  };
  // An answer that is on its way.
  struct Expected {
    enum class Kind : std::uint8_t { preparation, statement, synchronisation };
    Kind kind;
    std::shared_ptr<Statement> of;
  };

  explicit PostgresConnection(PGconn* connection) : connection_(connection) {}
  Outcome<void> check_server() const;
  Outcome<void> in_transaction(std::string_view begin, const Change& change);
  Outcome<std::shared_ptr<Statement>> prepare(std::string_view sql, std::span<const Parameter> parameters);
  Outcome<void> send(std::string_view sql, std::span<const Parameter> parameters);
  // Waits for all answers and gives the last one.
  Outcome<PostgresResult> receive();
  Outcome<PostgresResult> receive_all();
  Outcome<PostgresResult> next_answer(const Expected& expected);
  Outcome<void> forget_statements();
  [[nodiscard]] Problem lost();

  PGconn* connection_;
  Problem last_fault_;
  bool is_lost_ = false;
  std::deque<Expected> expected_;
  std::string key_;  // of the statement that is looked for: its text and its parameters' types
  std::unordered_map<std::string, std::shared_ptr<Statement>> statements_;
  std::uint64_t names_ = 0;
};

}  // namespace pagewright::database
