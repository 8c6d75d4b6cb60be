// PostgreSQL's ways to alter, fill and describe tables.
#include <map>
#include <tuple>

#include "server/database/postgres_connection.hpp"

namespace pagewright::database {
namespace {

// A name as SQL writes it.
std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

std::string dialect_type(const std::string& type) {
  static const std::map<std::string, std::string, std::less<>> names{
      {"text", "TEXT"}, {"bigint", "BIGINT"}, {"bytea", "BYTEA"}, {"double precision", "DOUBLE PRECISION"}};
  const auto found = names.find(type);
  return found == names.end() ? type : found->second;
}

// Texts sort by their bytes, as in SQLite, however the database itself sorts.
Outcome<void> sort_texts_by_bytes(PostgresConnection& connection) {
  const auto rows = TRY(
      connection.query("SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN "
                       "pg_database d ON d.datname = current_database() WHERE c.relkind = 'r' AND c.relnamespace = "
                       "CAST(current_schema() AS regnamespace) AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid "
                       "= CAST('text' AS regtype) AND a.attcollation = CAST('\"default\"' AS regcollation) AND "
                       "(d.datlocprovider <> 'c' OR d.datcollate NOT IN ('C', 'POSIX')) ORDER BY 1, a.attnum"));
  std::string script;
  std::string table;
  for (const auto row : rows) {
    script += row.text(0) == table ? ", " : (script.empty() ? "" : "; ") + ("ALTER TABLE " + quoted(row.text(0))) + " ";
    script += "ALTER COLUMN " + quoted(row.text(1)) + " TYPE TEXT COLLATE \"C\"";
    table = row.text(0);
  }
  return script.empty() ? Outcome<void>() : connection.run_script(script);
}

struct ForeignKeys {
  std::string drop;
  std::string add;
};

Outcome<ForeignKeys> foreign_keys(PostgresConnection& connection) {
  ForeignKeys keys;
  const auto rows = TRY(connection.query(
      "SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = "
      "k.conrelid WHERE k.contype = 'f' AND k.connamespace = CAST(current_schema() AS regnamespace) ORDER BY 1, 2"));
  for (const auto row : rows) {
    const std::string alter = "ALTER TABLE " + quoted(row.text(0));
    keys.drop += alter + " DROP CONSTRAINT " + quoted(row.text(1)) + ";";
    keys.add += alter + " ADD CONSTRAINT " + quoted(row.text(1)) + " " + row.text(2) + ";";
  }
  return keys;
}

}  // namespace

Outcome<void> PostgresConnection::in_transaction(std::string_view begin, const Change& change) {
  TRY(execute(begin));
  auto changed = change();
  if (changed) changed = settle();
  if (changed) changed = commit();
  if (!changed && is_alive()) std::ignore = execute("ROLLBACK");
  return changed;
}

Outcome<void> PostgresConnection::change_schema(const Change& change) {
  return in_transaction("BEGIN", [&]() -> Outcome<void> {
    TRY(change());
    return sort_texts_by_bytes(*this);
  });
}

// Without foreign keys in the meantime: then rows may come in any order, and all of them are checked at once.
Outcome<void> PostgresConnection::fill_tables(const Change& fill) {
  return in_transaction("BEGIN", [&]() -> Outcome<void> {
    const auto keys = TRY(foreign_keys(*this));
    TRY(run_script(keys.drop));
    TRY(fill());
    return run_script(keys.add);
  });
}

Outcome<void> PostgresConnection::read_snapshot(const Change& look) {
  return in_transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", look);
}

Outcome<std::vector<Table>> PostgresConnection::tables() {
  const auto rows =
      TRY(query("SELECT c.relname, a.attname, format_type(a.atttypid, NULL) FROM pg_attribute a JOIN pg_class c ON "
                "c.oid = a.attrelid WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace) "
                "AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname COLLATE \"C\", a.attnum"));
  std::vector<Table> tables;
  for (const auto row : rows) {
    if (tables.empty() || tables.back().name != row.text(0)) tables.push_back({.name = row.text(0)});
    tables.back().columns.push_back({.name = row.text(1), .type = dialect_type(row.text(2))});
  }
  return tables;
}

Outcome<void> PostgresConnection::for_each_row(std::string_view sql, const EachRow& each) {
  TRY(execute("DECLARE rows NO SCROLL CURSOR FOR " + std::string(sql)));
  for (;;) {
    const auto rows = TRY(query("FETCH 200 FROM rows"));
    for (const auto row : rows) TRY(each(row));
    if (rows.empty()) break;
  }
  TRY(execute("CLOSE rows"));
  return {};
}

}  // namespace pagewright::database
