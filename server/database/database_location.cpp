#include "server/database/database_location.hpp"

#include <libpq-fe.h>

#include <map>

#include "server/database/postgres_database.hpp"
#include "server/database/postgres_session.hpp"
#include "server/database/sqlite_database.hpp"

namespace pagewright::database {
namespace {

std::unexpected<Problem> unusable(std::string sentence) {
  auto problem = Problem::validation("The database's address is not usable", {});
  problem.detail = sentence;
  problem.cause = std::move(sentence);
  return std::unexpected(std::move(problem));
}

using Settings = std::map<std::string, std::string, std::less<>>;

// Empty where libpq cannot read it. (Its message repeats the address, and is not for anybody's eyes.)
Settings read_address(const std::string& url) {
  char* message = nullptr;
  PQconninfoOption* const options = PQconninfoParse(url.c_str(), &message);
  PQfreemem(message);
  Settings settings;
  for (const auto* option = options; option != nullptr && option->keyword != nullptr; ++option)
    if (option->val != nullptr) settings[option->keyword] = option->val;
  PQconninfoFree(options);
  return settings;
}

std::string setting(const Settings& settings, std::string_view name, const std::string& otherwise) {
  const auto found = settings.find(name);
  return found == settings.end() || found->second.empty() ? otherwise : found->second;
}

}  // namespace

Outcome<DatabaseLocation> DatabaseLocation::parse(std::string_view text, const std::filesystem::path& otherwise) {
  constexpr std::string_view sqlite = "sqlite:";
  if (text.empty()) return DatabaseLocation(otherwise);
  if (text.starts_with(sqlite)) {
    const auto path = text.substr(sqlite.size());
    if (path.empty()) return unusable("DATABASE_URL names no file: write sqlite:/path/to/pagewright.db.");
    return DatabaseLocation(std::filesystem::path(path));
  }
  if (!text.starts_with("postgres://") && !text.starts_with("postgresql://"))
    return unusable(
        "DATABASE_URL must begin with postgres:// (for example postgres://pagewright:secret@localhost:5432/pagewright) "
        "or sqlite: (for example sqlite:/var/lib/pagewright/pagewright.db). Leave it out to keep everything in the "
        "data directory.");
  const std::string url(text);
  const auto settings = read_address(url);
  if (settings.empty())
    return unusable(
        "DATABASE_URL is no address that PostgreSQL understands. Its form is "
        "postgres://user:password@host:port/database?sslmode=verify-full; characters such as @, / and % in the "
        "password are written as %40, %2F and %25.");
  if (setting(settings, "dbname", "").empty())
    return unusable("DATABASE_URL names no database: add it after the host, as in postgres://localhost/pagewright.");
  return DatabaseLocation(url);
}

std::string DatabaseLocation::description() const {
  if (const auto* file = std::get_if<std::filesystem::path>(&place_)) return "SQLite in " + file->string();
  const auto settings = read_address(std::get<std::string>(place_));
  return "PostgreSQL database " + setting(settings, "dbname", "") + " on " +
         setting(settings, "host", "the local socket") + ":" + setting(settings, "port", "5432") + " as " +
         setting(settings, "user", "the system's user");
}

namespace {

template <typename T>
Outcome<T> explained(const DatabaseLocation& location, Outcome<T> opened) {
  if (!opened) opened.error().cause = "The " + location.description() + " cannot be used. " + opened.error().cause;
  return opened;
}

Outcome<std::unique_ptr<ExclusiveConnection>> claim(const std::string& url) {
  auto connection = TRY(PostgresConnection::open(url));
  TRY(claim_database(*connection));
  // A migration or a copy of much takes long, whatever limits the server has for others.
  TRY(connection->run_script("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0"));
  return connection;
}

}  // namespace

Outcome<std::unique_ptr<Database>> DatabaseLocation::open(std::chrono::milliseconds statement_limit) const {
  if (const auto* file = std::get_if<std::filesystem::path>(&place_))
    return SqliteDatabase::open(*file, statement_limit);
  return explained<std::unique_ptr<Database>>(*this,
                                              PostgresDatabase::open(std::get<std::string>(place_), statement_limit));
}

Outcome<std::unique_ptr<ExclusiveConnection>> DatabaseLocation::open_exclusively() const {
  if (const auto* file = std::get_if<std::filesystem::path>(&place_))
    return SqliteConnection::open(*file, SqliteConnection::Use::writing);
  return explained(*this, claim(std::get<std::string>(place_)));
}

Outcome<std::unique_ptr<ExclusiveConnection>> DatabaseLocation::open_for_reading() const {
  if (const auto* file = std::get_if<std::filesystem::path>(&place_))
    return SqliteConnection::open(*file, SqliteConnection::Use::reading);
  return explained<std::unique_ptr<ExclusiveConnection>>(*this,
                                                         PostgresConnection::open(std::get<std::string>(place_)));
}

}  // namespace pagewright::database
