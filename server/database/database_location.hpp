// Where the database is: a file of SQLite, or a PostgreSQL server.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <variant>

#include "server/database/exclusive_connection.hpp"

namespace pagewright::database {

class DatabaseLocation {
 public:
  // "postgres://user:password@host:5432/database" or "sqlite:/path/to/file"; an empty text is the file `otherwise`.
  // Error validation, with a sentence in `detail` that says what to do and never repeats the text: it may hold a
  // password.
  static Outcome<DatabaseLocation> parse(std::string_view text, const std::filesystem::path& otherwise);
  static DatabaseLocation in_file(std::filesystem::path file) { return DatabaseLocation(std::move(file)); }

  [[nodiscard]] bool is_postgres() const { return std::holds_alternative<std::string>(place_); }
  // Of SQLite.
  [[nodiscard]] const std::filesystem::path& file() const { return std::get<std::filesystem::path>(place_); }
  // For logs and terminals: without password.
  [[nodiscard]] std::string description() const;

  // A database with its threads. Faults say in `cause` where they happened. The schema is the Migrator's business,
  // before this.
  [[nodiscard]] Outcome<std::unique_ptr<Database>> open(
      std::chrono::milliseconds statement_limit = longest_statement) const;
  // A connection of its own, whose statements may take as long as they do. On PostgreSQL it claims the database: error
  // unavailable while a server runs on it.
  [[nodiscard]] Outcome<std::unique_ptr<ExclusiveConnection>> open_exclusively() const;
  // A connection for snapshots, also beside a running server.
  [[nodiscard]] Outcome<std::unique_ptr<ExclusiveConnection>> open_for_reading() const;

 private:
  explicit DatabaseLocation(std::filesystem::path file) : place_(std::move(file)) {}
  explicit DatabaseLocation(std::string url) : place_(std::move(url)) {}

  std::variant<std::filesystem::path, std::string> place_;
};

}  // namespace pagewright::database
