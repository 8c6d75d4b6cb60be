#include "server/database/checking/test_database.hpp"

#include <unistd.h>

#include <atomic>
#include <stdexcept>

#include "server/database/checking/postgres_cluster.hpp"
#include "server/database/migrations.hpp"
#include "server/database/postgres_session.hpp"

namespace pagewright::database {
namespace {

namespace fs = std::filesystem;

std::string new_name() {
  static std::atomic<unsigned> made = 0;
  return "pagewright_test_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
}

void run_on_server(const std::string& sql) {
  // One connection for all: making databases is what tests do most. Some of them restart the server.
  static PostgresSession session(PostgresCluster::shared().url("postgres"), PostgresSession::Use::reading);
  must(must(session.connection())->run_script(sql));
}

void migrate(const DatabaseLocation& location) {
  const auto connection = must(location.open_exclusively());
  must(Migrator(*connection, must(read_migrations())).run());
}

struct SqliteTemplate {
  SqliteTemplate() {
    fs::create_directories(folder);
    migrate(DatabaseLocation::in_file(folder / "template.db"));
  }
  ~SqliteTemplate() { fs::remove_all(folder); }
  fs::path folder = fs::temp_directory_path() / new_name();
};

const fs::path& sqlite_template() {
  static const SqliteTemplate made;
  static const fs::path file = made.folder / "template.db";
  return file;
}

const std::string& postgres_template() {
  static const std::string name = [] {
    const std::string made = new_name() + "_template";
    run_on_server("CREATE DATABASE " + made);
    migrate(must(DatabaseLocation::parse(PostgresCluster::shared().url(made), {})));
    return made;
  }();
  return name;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Kind kind) {
  return out << (kind == Kind::sqlite ? "SQLite" : "PostgreSQL");
}

TestDatabase::TestDatabase(Kind kind, Contents contents) : kind_(kind), name_(new_name()) {
  if (kind == Kind::sqlite) {
    folder_ = fs::temp_directory_path() / name_;
    fs::create_directories(folder_);
    if (contents == Contents::tables) fs::copy_file(sqlite_template(), folder_ / "test.db");
    url_ = "sqlite:" + (folder_ / "test.db").string();
  } else {
    run_on_server(
        "CREATE DATABASE " + name_ +
        (contents == Contents::tables ? " STRATEGY file_copy TEMPLATE " + postgres_template() : std::string()));
    url_ = PostgresCluster::shared().url(name_);
  }
  location_ = must(DatabaseLocation::parse(url_, {}));
}

TestDatabase::~TestDatabase() {
  if (kind_ == Kind::sqlite) {
    fs::remove_all(folder_);
  } else {
    run_on_server("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
  }
}

}  // namespace pagewright::database
