#include "server/database/postgres_database.hpp"

#include <thread>
#include <tuple>

#include "server/logging/log.hpp"

namespace pagewright::database {
namespace {

// Bounds how long the first of a group waits for the last; and a transaction with more subtransactions than this makes
// every reader's snapshot slower.
constexpr std::size_t most_in_a_group = 64;
constexpr unsigned readers = 4;

// For how long after a lost connection the end of a commit is asked for.
constexpr auto outcome_patience = std::chrono::seconds(10);
constexpr auto outcome_pause = std::chrono::milliseconds(50);

// Which transaction it was, and of which history of the server: another timeline has other transactions.
struct TransactionId {
  std::string number;
  std::string timeline;
};

// One round trip, with BEGIN before it.
Outcome<TransactionId> begin(PostgresConnection& connection) {
  TRY(connection.post("BEGIN"));
  const auto rows = TRY(connection.query(
      "SELECT CAST(pg_current_xact_id() AS TEXT), substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)"));
  return TransactionId{.number = rows.front().text(0), .timeline = rows.front().text(1)};
}

// Runs one of several jobs, so that only its own changes go when it fails. An error: the connection is lost.
Outcome<bool> run_in_savepoint(PostgresConnection& connection, Job& job, bool is_alone) {
  if (!is_alone) TRY(connection.post("SAVEPOINT job"));
  bool is_kept = run_guarded(job, connection);
  if (is_kept) {
    auto settled = connection.settle();
    // A function that went on after a fault has left nothing to commit either.
    if (settled && connection.is_transaction_broken()) settled = std::unexpected(connection.last_fault());
    if (!settled) {
      is_kept = false;
      job.fail(std::move(settled).error());
    }
  }
  if (!connection.is_alive()) return std::unexpected(connection.last_fault());
  if (is_alone) return is_kept;
  if (!is_kept) TRY(connection.post("ROLLBACK TO SAVEPOINT job"));
  TRY(connection.post("RELEASE SAVEPOINT job"));
  return is_kept;
}

Outcome<bool> run_jobs(PostgresConnection& connection, const JobThreads::Group& group) {
  bool is_any_kept = false;
  for (const auto& job : group) is_any_kept |= TRY(run_in_savepoint(connection, *job, group.size() == 1));
  return is_any_kept;
}

Problem unknown_outcome() {
  auto problem = Problem::unavailable(
      "The database went away while the change was being stored, and it is not known whether it was: look before you "
      "repeat it.");
  problem.cause = "the outcome of a commit is unknown";
  return problem;
}

// "committed", "aborted", "in progress", or empty where the server cannot tell.
Outcome<std::string> status_of(PostgresConnection& connection, const TransactionId& transaction) {
  const auto rows =
      TRY(connection.query("SELECT pg_xact_status(CAST(CAST($1 AS TEXT) AS xid8)) WHERE "
                           "substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) = $2",
                           {transaction.number, transaction.timeline}));
  return rows.empty() || rows.front().is_null(0) ? std::string() : rows.front().text(0);
}

// The connection broke during COMMIT. The server knows how that ended, when it is back.
Outcome<void> learn_outcome(PostgresSession& session, const TransactionId& transaction) {
  const auto deadline = std::chrono::steady_clock::now() + outcome_patience;
  while (std::chrono::steady_clock::now() < deadline) {
    if (const auto connection = session.reconnect()) {
      const auto status = status_of(**connection, transaction);
      if (status && *status == "committed") return {};
      if (status && *status == "aborted")
        return std::unexpected(connection_lost("the connection was lost before a commit was done"));
      if (status && status->empty()) break;
    }
    std::this_thread::sleep_for(outcome_pause);
  }
  return std::unexpected(unknown_outcome());
}

Outcome<void> commit_group(PostgresSession& session, const JobThreads::Group& group) {
  auto& connection = *TRY(session.connection());
  const auto transaction = begin(connection);
  const auto is_any_kept = transaction ? run_jobs(connection, group) : std::unexpected(transaction.error());
  if (!is_any_kept || !*is_any_kept) {
    std::ignore = connection.execute("ROLLBACK");
    if (!is_any_kept) return std::unexpected(is_any_kept.error());
    return {};
  }
  // A commit takes its time: one that is cancelled while it waits for a standby has happened all the same.
  std::ignore = connection.post("SET LOCAL statement_timeout = 0");
  auto committed = connection.commit();
  if (committed || connection.is_alive()) return committed;
  log::warning("the connection was lost during a commit", {{"cause", committed.error().cause}});
  return learn_outcome(session, *transaction);
}

Outcome<void> read_snapshot(PostgresSession& session, Job& job) {
  auto& connection = *TRY(session.connection());
  TRY(connection.post("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
  if (run_guarded(job, connection)) {
    if (auto settled = connection.settle(); !settled) job.fail(std::move(settled).error());
  }
  if (!connection.is_alive()) return {};
  std::ignore = connection.post("ROLLBACK");  // ends the snapshot; there is nothing to keep
  connection.send_posted();
  return {};
}

}  // namespace

Outcome<std::unique_ptr<PostgresDatabase>> PostgresDatabase::open(const std::string& url,
                                                                  std::chrono::milliseconds statement_limit) {
  auto database = std::unique_ptr<PostgresDatabase>(new PostgresDatabase);
  auto& sessions = database->sessions_;
  const auto reached = std::make_shared<PostgresSession::Reached>();
  sessions.push_back(std::make_unique<PostgresSession>(url, PostgresSession::Use::writing, statement_limit, reached));
  for (unsigned i = 0; i < readers; ++i)
    sessions.push_back(std::make_unique<PostgresSession>(url, PostgresSession::Use::reading, statement_limit, reached));
  for (const auto& session : sessions) TRY(session->connection());

  std::vector<JobThreads::Read> reads;
  for (unsigned i = 1; i <= readers; ++i)
    reads.emplace_back([&session = *sessions[i]](Job& job) { return read_snapshot(session, job); });
  database->threads_.emplace(
      [&session = *sessions[0]](const JobThreads::Group& group) { return commit_group(session, group); },
      most_in_a_group, std::move(reads));
  return database;
}

}  // namespace pagewright::database
