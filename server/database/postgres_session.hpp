// A connection to PostgreSQL that comes back: made anew after it was lost, and not asked for too often.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "server/database/postgres_connection.hpp"

namespace pagewright::database {

class PostgresSession {
 public:
  // When any of the sessions that share it has last reached the server: then the others need not wait any longer.
  using Reached = std::atomic<std::chrono::steady_clock::time_point>;

  // One at a time may claim a database for writing: the rooms of two servers would not know of each other.
  enum class Use : std::uint8_t { writing, reading };

  // Where the server, the role or the address sets a limit of its own for statements, that holds.
  PostgresSession(std::string url, Use use, std::chrono::milliseconds statement_limit = longest_statement,
                  std::shared_ptr<Reached> reached = std::make_shared<Reached>())
      : url_(std::move(url)), use_(use), statement_limit_(statement_limit), reached_(std::move(reached)) {}

  // A living connection. Error unavailable, at once while a failed attempt is too recent, where there is none.
  Outcome<PostgresConnection*> connection();
  // The same without regard to failed attempts.
  Outcome<PostgresConnection*> reconnect();

  // How often the claim was regained after it was lost, or refused because another has it. From any thread.
  [[nodiscard]] std::uint64_t interruptions() const { return interruptions_.load(); }

 private:
  Outcome<std::unique_ptr<PostgresConnection>> open();

  const std::string url_;
  const Use use_;
  const std::chrono::milliseconds statement_limit_;
  std::unique_ptr<PostgresConnection> connection_;
  int claimed_by_ = 0;  // the server's process that held the claim for us
  std::atomic<std::uint64_t> interruptions_{0};
  std::chrono::milliseconds pause_{0};
  const std::shared_ptr<Reached> reached_;
  std::chrono::steady_clock::time_point last_attempt_;
  Problem last_failure_;
};

// Claims the database for this connection, until it ends. `earlier` is a process of the server that may still hold the
// claim for a connection that was lost, or 0. Error unavailable where another Pagewright has it.
Outcome<void> claim_database(PostgresConnection& connection, int earlier = 0);

}  // namespace pagewright::database
