#include "server/database/sqlite_connection.hpp"

#include <sqlite3.h>

#include <charconv>

#include "server/database/faults.hpp"
#include "server/database/statement_report.hpp"

namespace pagewright::database {
namespace {

constexpr std::size_t kept_statements = 256;

// WAL lets readers go on beside the writer; FULL makes a commit wait until the log is on disk, so that what was
// acknowledged survives a power cut.
constexpr std::string_view writing_settings = R"(
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -8192;
)";
constexpr std::string_view reading_settings = R"(
  PRAGMA query_only = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -2048;
)";
// Where nobody watches the log it goes back into the file in pieces of 16 MiB: a page that many commits have changed is
// then written once.
constexpr int most_log_pages = 4096;
constexpr int busy_milliseconds = 5000;
// Of SQLite's virtual machine, between two looks at the clock: well under a millisecond.
constexpr int steps_between_looks = 10'000;

int bind_value(sqlite3_stmt* prepared, int index, const Parameter& parameter) {
  // SQLITE_STATIC: the caller's bytes outlive the statement's run, and the bindings are cleared after it.
  struct Binder {
    sqlite3_stmt* prepared;
    int index;
    int operator()(std::monostate) const { return sqlite3_bind_null(prepared, index); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(prepared, index, number); }
    int operator()(double number) const { return sqlite3_bind_double(prepared, index, number); }
    int operator()(std::string_view text) const {
      const char* start = text.data() ? text.data() : "";
      return sqlite3_bind_text64(prepared, index, start, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(Blob blob) const {
      const char* start = blob.bytes.data() ? blob.bytes.data() : "";
      return sqlite3_bind_blob64(prepared, index, start, blob.bytes.size(), SQLITE_STATIC);
    }
  };
  return std::visit(Binder{prepared, index}, parameter.value());
}

// Leaves the statement ready for its next use, however the run ends.
struct Reset {
  sqlite3_stmt* prepared;
  ~Reset() {
    sqlite3_reset(prepared);
    sqlite3_clear_bindings(prepared);
  }
};

}  // namespace

Outcome<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::filesystem::path& file, Use use) {
  const bool writing = use == Use::writing;
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (writing ? SQLITE_OPEN_CREATE : 0);
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
  auto connection = std::unique_ptr<SqliteConnection>(new SqliteConnection(opened));
  if (result != SQLITE_OK) {
    return std::unexpected(Problem::internal("cannot open " + file.string() + ": " + sqlite3_errstr(result)));
  }
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, busy_milliseconds);
  TRY(connection->run_script(writing ? writing_settings : reading_settings));
  if (writing) connection->watch_log({});
  return connection;
}

SqliteConnection::~SqliteConnection() {
  forget_statements();
  sqlite3_close(connection_);
}

void SqliteConnection::forget_statements() {
  for (auto& [sql, statement] : statements_) sqlite3_finalize(statement.prepared);
  statements_.clear();
}

void SqliteConnection::limit_statements(std::chrono::milliseconds limit) {
  statement_limit_ = limit;
  sqlite3_progress_handler(connection_, steps_between_looks, &SqliteConnection::is_too_late, this);
}

int SqliteConnection::is_too_late(void* connection) {
  return Clock::now() > static_cast<const SqliteConnection*>(connection)->deadline_ ? 1 : 0;
}

void SqliteConnection::watch_log(std::function<void(int pages)> committed) {
  committed_ = std::move(committed);
  if (committed_)
    sqlite3_wal_hook(connection_, &SqliteConnection::has_committed, this);
  else
    sqlite3_wal_autocheckpoint(connection_, most_log_pages);
}

int SqliteConnection::has_committed(void* connection, sqlite3*, const char*, int pages) {
  static_cast<SqliteConnection*>(connection)->committed_(pages);
  return SQLITE_OK;
}

bool SqliteConnection::checkpoint() {
  const int result = sqlite3_wal_checkpoint_v2(connection_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  return result != SQLITE_BUSY;
}

bool SqliteConnection::is_in_transaction() const {
  return sqlite3_get_autocommit(connection_) == 0;
}

Problem SqliteConnection::fault(std::string_view sql) {
  return last_fault_ = describe_fault(sql);
}

Problem SqliteConnection::describe_fault(std::string_view sql) const {
  std::string cause = sqlite3_errmsg(connection_);
  const int code = sqlite3_extended_errcode(connection_);
  if ((code & 0xff) == SQLITE_CONSTRAINT) {
    return constraint_violated(std::move(cause));
  }
  cause = with_statement(std::move(cause), sql);
  if ((code & 0xff) == SQLITE_INTERRUPT) return statement_too_slow(std::move(cause));
  return (code & 0xff) == SQLITE_FULL ? Problem::storage_full(std::move(cause)) : Problem::internal(std::move(cause));
}

Outcome<SqliteConnection::Statement*> SqliteConnection::prepare(std::string_view sql) {
  if (const auto known = statements_.find(sql); known != statements_.end()) return &known->second;
  if (statements_.size() >= kept_statements) forget_statements();
  Statement statement;
  const int result = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement.prepared, nullptr);
  if (result != SQLITE_OK) return std::unexpected(fault(sql));
  const int count = sqlite3_bind_parameter_count(statement.prepared);
  for (int index = 1; index <= count; ++index) {
    const std::string_view name = sqlite3_bind_parameter_name(statement.prepared, index);
    int number = 0;
    std::from_chars(name.data() + 1, name.data() + name.size(), number);
    statement.numbers.push_back(number);
  }
  return &statements_.emplace(std::string(sql), std::move(statement)).first->second;
}

Outcome<void> SqliteConnection::bind(const Statement& statement, std::span<const Parameter> parameters) {
  for (std::size_t i = 0; i < statement.numbers.size(); ++i) {
    const auto number = static_cast<std::size_t>(statement.numbers[i]);
    if (number == 0 || number > parameters.size()) {
      return std::unexpected(missing_parameter(number, sqlite3_sql(statement.prepared)));
    }
    const Parameter& parameter = parameters[number - 1];
    const auto* text = std::get_if<std::string_view>(&parameter.value());
    if (text != nullptr && text->find('\0') != std::string_view::npos) return std::unexpected(text_with_nul());
    if (bind_value(statement.prepared, static_cast<int>(i) + 1, parameter) != SQLITE_OK) {
      return std::unexpected(fault(sqlite3_sql(statement.prepared)));
    }
  }
  return {};
}

Cell SqliteConnection::read_cell(sqlite3_stmt* prepared, int column) {
  switch (sqlite3_column_type(prepared, column)) {
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(prepared, column));
    case SQLITE_FLOAT:
      return sqlite3_column_double(prepared, column);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, column));
      return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(prepared, column)));
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(prepared, column));
      return std::string(bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(prepared, column)));
    }
    default:
      return std::monostate{};
  }
}

Outcome<Rows> SqliteConnection::step_through(sqlite3_stmt* prepared) {
  const int columns = sqlite3_column_count(prepared);
  std::vector<Cell> cells;
  int result = sqlite3_step(prepared);
  for (; result == SQLITE_ROW; result = sqlite3_step(prepared)) {
    for (int column = 0; column < columns; ++column) cells.push_back(read_cell(prepared, column));
  }
  if (result != SQLITE_DONE) return std::unexpected(fault(sqlite3_sql(prepared)));
  return Rows(std::move(cells), static_cast<std::size_t>(columns));
}

Outcome<Rows> SqliteConnection::run(std::string_view sql, std::span<const Parameter> parameters) {
  const auto* statement = TRY(prepare(sql));
  const Reset reset{statement->prepared};
  TRY(bind(*statement, parameters));
  const auto started = Clock::now();
  if (statement_limit_.count() > 0) deadline_ = started + statement_limit_;
  auto rows = step_through(statement->prepared);
  report_statement(sql, Clock::now() - started);
  deadline_ = Clock::time_point::max();
  return rows;
}

Outcome<Rows> SqliteConnection::query(std::string_view sql, std::initializer_list<Parameter> parameters) {
  return run(sql, {parameters.begin(), parameters.size()});
}

Outcome<std::int64_t> SqliteConnection::execute(std::string_view sql, std::initializer_list<Parameter> parameters) {
  TRY(query(sql, parameters));
  return sqlite3_changes64(connection_);
}

Outcome<void> SqliteConnection::post(std::string_view sql, std::initializer_list<Parameter> parameters) {
  return post_values(sql, {parameters.begin(), parameters.size()});
}

Outcome<void> SqliteConnection::post_values(std::string_view sql, std::span<const Parameter> parameters) {
  TRY(run(sql, parameters));
  return {};
}

Outcome<void> SqliteConnection::run_script(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(connection_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return std::unexpected(fault(sql));
  return {};
}

}  // namespace pagewright::database
