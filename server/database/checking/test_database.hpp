// Databases of either kind for tests: empty, or with all tables.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "server/database/database_location.hpp"

namespace pagewright::database {

enum class Kind : std::uint8_t { sqlite, postgres };
std::ostream& operator<<(std::ostream& out, Kind kind);

// A database that is gone with this object. Tables are copied from a template that is migrated once.
class TestDatabase {
 public:
  enum class Contents : std::uint8_t { nothing, tables };

  explicit TestDatabase(Kind kind, Contents contents = Contents::tables);
  ~TestDatabase();

  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const DatabaseLocation& location() const { return *location_; }
  // As DATABASE_URL has it.
  [[nodiscard]] const std::string& url() const { return url_; }

 private:
  const Kind kind_;
  std::string name_;              // of PostgreSQL's database
  std::filesystem::path folder_;  // of SQLite's file
  std::string url_;
  std::optional<DatabaseLocation> location_;
};

// The value, or an exception that says why there is none.
template <typename T>
T must(Outcome<T> outcome) {
  if (!outcome)
    throw std::runtime_error(outcome.error().title + " " + outcome.error().detail + " " + outcome.error().cause);
  if constexpr (!std::is_void_v<T>) return std::move(*outcome);
}

}  // namespace pagewright::database
