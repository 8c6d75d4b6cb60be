#include "server/database/postgres_session.hpp"

#include <algorithm>
#include <thread>

#include "server/logging/log.hpp"

namespace pagewright::database {
namespace {

using namespace std::chrono_literals;

constexpr auto first_pause = 50ms;
constexpr auto longest_pause = 2000ms;
constexpr std::chrono::milliseconds longest_pause_in_transaction = 60s;

// "pagewrit": among the advisory locks of the database.
constexpr std::int64_t claim_key = 0x7061676577726974;
// A server that was killed leaves its claim until PostgreSQL has noticed: at the end of a statement at the latest.
constexpr auto claim_patience = 5s;

Outcome<bool> try_claim(PostgresConnection& connection) {
  return TRY(connection.query("SELECT pg_try_advisory_lock($1)", {claim_key})).front().boolean(0);
}

// A statement that takes too long is ended, and so is a transaction that nobody goes on with: that of a program that
// was stopped, or of a machine that went away. It would keep PostgreSQL from cleaning up.
Outcome<void> set_time_limits(PostgresConnection& connection, std::chrono::milliseconds statement_limit) {
  TRY(connection.query(
      "SELECT set_config(name, wanted, false) FROM (VALUES ('statement_timeout', $1), "
      "('idle_in_transaction_session_timeout', $2)) AS limits (name, wanted) WHERE current_setting(name) = '0'",
      {std::to_string(statement_limit.count()), std::to_string(longest_pause_in_transaction.count())}));
  return {};
}

// What was acknowledged is on disk, whatever the server's configuration says.
Outcome<void> set_for_crash_safety(PostgresConnection& connection) {
  TRY(connection.query(
      "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"));
  TRY(
      connection.query("SELECT set_config('tcp_keepalives_idle', '20', false), set_config('tcp_keepalives_interval', "
                       "'10', false), set_config('tcp_keepalives_count', '3', false)"));
  if (TRY(connection.query("SELECT current_setting('fsync')")).front().text(0) == "off")
    log::warning("PostgreSQL runs with fsync = off: what is acknowledged does not survive a power cut");
  return {};
}

}  // namespace

Outcome<void> claim_database(PostgresConnection& connection, int earlier) {
  const auto deadline = std::chrono::steady_clock::now() + claim_patience;
  while (!TRY(try_claim(connection))) {
    if (earlier != 0)
      TRY(
          connection.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid = $1 "
                           "AND classid = $2 AND objid = $3",
                           {earlier, claim_key >> 32, claim_key & 0xffffffff}));
    if (std::chrono::steady_clock::now() > deadline) {
      const std::string sentence = "Another Pagewright is using this database. Stop it, or choose another database.";
      auto problem = Problem::unavailable(sentence);
      problem.cause = sentence;
      return std::unexpected(std::move(problem));
    }
    std::this_thread::sleep_for(first_pause);
  }
  return {};
}

Outcome<std::unique_ptr<PostgresConnection>> PostgresSession::open() {
  auto connection = TRY(PostgresConnection::open(url_));
  TRY(set_time_limits(*connection, statement_limit_));
  if (use_ == Use::writing) {
    TRY(set_for_crash_safety(*connection));
    const auto claimed = claim_database(*connection, claimed_by_);
    const bool another_has_it = !claimed && connection->is_alive();
    if (claimed_by_ != 0 && (claimed || another_has_it)) ++interruptions_;
    TRY(claimed);
  }
  return connection;
}

Outcome<PostgresConnection*> PostgresSession::connection() {
  if (connection_ && connection_->is_alive()) return connection_.get();
  const bool is_too_early = std::chrono::steady_clock::now() < last_attempt_ + pause_;
  if (is_too_early && reached_->load() < last_attempt_) return std::unexpected(last_failure_);
  return reconnect();
}

Outcome<PostgresConnection*> PostgresSession::reconnect() {
  connection_.reset();
  auto opened = open();
  if (!opened) {
    pause_ = std::clamp<std::chrono::milliseconds>(pause_ * 2, first_pause, longest_pause);
    last_attempt_ = std::chrono::steady_clock::now();
    last_failure_ = opened.error();
    log::warning("the database cannot be reached", {{"cause", last_failure_.cause}, {"retry_in_ms", pause_.count()}});
    return std::unexpected(std::move(opened).error());
  }
  if (pause_ > 0ms) log::info("the database is reached again");
  pause_ = 0ms;
  *reached_ = std::chrono::steady_clock::now();
  connection_ = std::move(*opened);
  if (use_ == Use::writing) claimed_by_ = connection_->backend();
  return connection_.get();
}

}  // namespace pagewright::database
