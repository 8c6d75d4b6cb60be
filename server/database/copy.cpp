#include "server/database/copy.hpp"

#include <algorithm>

namespace pagewright::database {
namespace {

constexpr std::string_view bookkeeping = "schema_migrations";

std::unexpected<Problem> refused(std::string cause) {
  return std::unexpected(Problem::internal(std::move(cause)));
}

Outcome<std::vector<Table>> tables_with_rows(ExclusiveConnection& connection) {
  auto tables = TRY(connection.tables());
  std::erase_if(tables, [](const Table& table) { return table.name == bookkeeping; });
  return tables;
}

Outcome<std::int64_t> count_rows(Connection& connection, const Table& table) {
  return TRY(connection.query("SELECT count(*) FROM " + table.name)).front().integer(0);
}

std::string column_names(const Table& table) {
  std::string names;
  for (const Column& column : table.columns) names += (names.empty() ? "" : ", ") + column.name;
  return names;
}

std::string insertion(const Table& table) {
  std::string sql = "INSERT INTO " + table.name + " (" + column_names(table) + ") VALUES (";
  for (std::size_t i = 1; i <= table.columns.size(); ++i) sql += (i == 1 ? "$" : ", $") + std::to_string(i);
  return sql + ")";
}

// A value on its way from one database to the other. Only its column tells bytes from text.
Parameter parameter(const Cell& cell, const Column& column) {
  struct Reader {
    bool is_bytes;
    Parameter operator()(std::monostate) const { return nullptr; }
    Parameter operator()(std::int64_t number) const { return number; }
    Parameter operator()(double number) const { return number; }
    Parameter operator()(const std::string& bytes) const {
      return is_bytes ? Parameter(Blob{bytes}) : Parameter(bytes);
    }
  };
  return std::visit(Reader{column.type == "BYTEA"}, cell);
}

Outcome<CopiedTable> copy_table(ExclusiveConnection& from, ExclusiveConnection& to, const Table& table) {
  const std::string insert = insertion(table);
  std::vector<Parameter> values;
  TRY(from.for_each_row("SELECT " + column_names(table) + " FROM " + table.name, [&](Row row) {
    values.clear();
    for (std::size_t i = 0; i < table.columns.size(); ++i) values.push_back(parameter(row.cell(i), table.columns[i]));
    return to.post_values(insert, values);
  }));
  const std::int64_t expected = TRY(count_rows(from, table));
  const std::int64_t copied = TRY(count_rows(to, table));
  if (copied != expected)
    return refused("of " + table.name + " " + std::to_string(copied) + " rows arrived, not " +
                   std::to_string(expected) + ": nothing was copied");
  return CopiedTable{.name = table.name, .rows = copied};
}

Outcome<void> check_source(ExclusiveConnection& from, const std::vector<Migration>& migrations) {
  for (const MigrationState& state : TRY(Migrator(from, migrations).status()))
    if (!state.applied_at)
      return refused("The source lacks the migration " + state.name +
                     ": bring it up to date with pagewright migrate run, then copy again.");
  return {};
}

Outcome<void> check_target(ExclusiveConnection& to, const std::vector<Table>& source) {
  const auto tables = TRY(tables_with_rows(to));
  for (const Table& table : tables)
    if (!TRY(to.query("SELECT 1 FROM " + table.name + " LIMIT 1")).empty())
      return refused("The target already has rows in " + table.name + ": copy into an empty database.");
  if (!std::ranges::equal(tables, source, {}, &Table::name, &Table::name))
    return refused("The target's tables are not those of the source: copy into a database of its own.");
  return {};
}

}  // namespace

Outcome<std::vector<CopiedTable>> copy_database(ExclusiveConnection& from, ExclusiveConnection& to,
                                                const std::vector<Migration>& migrations) {
  TRY(check_source(from, migrations));
  TRY(Migrator(to, migrations).run());
  std::vector<CopiedTable> copied;
  TRY(from.read_snapshot([&]() -> Outcome<void> {
    const auto tables = TRY(tables_with_rows(from));
    return to.fill_tables([&]() -> Outcome<void> {
      TRY(check_target(to, tables));
      for (const Table& table : tables) copied.push_back(TRY(copy_table(from, to, table)));
      return {};
    });
  }));
  return copied;
}

}  // namespace pagewright::database
