// SQLite's ways to alter, fill and describe tables.
#include <sqlite3.h>

#include <tuple>

#include "server/database/sqlite_connection.hpp"

namespace pagewright::database {

Outcome<void> SqliteConnection::without_foreign_keys(const Change& change) {
  // They can only be switched outside a transaction.
  TRY(run_script("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;"));
  const auto changed_and_checked = [&]() -> Outcome<void> {
    TRY(change());
    const auto violations = TRY(query("PRAGMA foreign_key_check"));
    if (!violations.empty())
      return std::unexpected(Problem::internal("broken references are left in " + violations.front().text(0)));
    return run_script("COMMIT");
  };
  auto changed = changed_and_checked();
  if (!changed) std::ignore = run_script("ROLLBACK");
  TRY(run_script("PRAGMA foreign_keys = ON"));
  return changed;
}

// Rebuilding a table, which is how SQLite alters one, needs foreign keys off.
Outcome<void> SqliteConnection::change_schema(const Change& change) {
  return without_foreign_keys(change);
}

Outcome<void> SqliteConnection::fill_tables(const Change& fill) {
  return without_foreign_keys(fill);
}

Outcome<void> SqliteConnection::read_snapshot(const Change& look) {
  TRY(run_script("BEGIN"));
  auto looked = look();
  std::ignore = run_script("ROLLBACK");  // there is nothing to keep
  return looked;
}

Outcome<std::vector<Table>> SqliteConnection::tables() {
  const auto rows =
      TRY(query("SELECT t.name, c.name, c.type FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = "
                "'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid"));
  std::vector<Table> tables;
  for (const auto row : rows) {
    if (tables.empty() || tables.back().name != row.text(0)) tables.push_back({.name = row.text(0)});
    tables.back().columns.push_back({.name = row.text(1), .type = row.text(2)});
  }
  return tables;
}

Outcome<void> SqliteConnection::for_each_row(std::string_view sql, const EachRow& each) {
  auto* const statement = TRY(prepare(sql))->prepared;
  std::vector<Cell> cells;
  int result = sqlite3_step(statement);
  Outcome<void> done;
  for (; result == SQLITE_ROW && done; result = sqlite3_step(statement)) {
    cells.clear();
    for (int column = 0; column < sqlite3_column_count(statement); ++column)
      cells.push_back(read_cell(statement, column));
    done = each(Row(cells.data(), cells.size()));
  }
  if (done && result != SQLITE_DONE) done = std::unexpected(fault(sql));
  sqlite3_reset(statement);
  return done;
}

}  // namespace pagewright::database
