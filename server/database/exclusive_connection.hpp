// A connection that nobody else uses, outside of any transaction: for migrations and copies.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "server/database/database.hpp"

namespace pagewright::database {

struct Column {
  std::string name;
  std::string type;  // as the dialect names it: "TEXT", "BIGINT", "BYTEA", "DOUBLE PRECISION"
  bool operator==(const Column&) const = default;
};

struct Table {
  std::string name;
  std::vector<Column> columns;
};

class ExclusiveConnection : public Connection {
 public:
  using Change = std::function<Outcome<void>()>;
  using EachRow = std::function<Outcome<void>(Row)>;

  // Runs `change`, which alters the schema, in a transaction. Foreign keys hold at its end at the latest; then it is
  // committed. An error of `change` is passed on, and nothing of it stays.
  virtual Outcome<void> change_schema(const Change& change) = 0;

  // Runs `fill`, which inserts rows into tables in any order, in a transaction: foreign keys hold at its end.
  virtual Outcome<void> fill_tables(const Change& fill) = 0;

  // Runs `look` on a consistent snapshot.
  virtual Outcome<void> read_snapshot(const Change& look) = 0;

  // All tables, by name.
  virtual Outcome<std::vector<Table>> tables() = 0;

  // For each row of a query, without holding all of them in memory. Within one of the calls above.
  virtual Outcome<void> for_each_row(std::string_view sql, const EachRow& each) = 0;

  // As post, with as many parameters as there are.
  virtual Outcome<void> post_values(std::string_view sql, std::span<const Parameter> parameters) = 0;
};

}  // namespace pagewright::database
