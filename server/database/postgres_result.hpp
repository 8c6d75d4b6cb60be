// What PostgreSQL answers, in this program's terms.
#pragma once

#include <libpq-fe.h>

#include <memory>

#include "server/database/row.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::database {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

// The rows of a result in binary format. Integers and booleans become integers; so does a numeric without decimal
// places, as SUM gives it; other numbers become doubles; texts and bytes become bytes. Error internal for other types.
[[nodiscard]] Outcome<Rows> read_rows(const PGresult* result);

// Why a statement failed, by its SQLSTATE; `cause` has the statement's beginning, never a parameter's value.
[[nodiscard]] Problem describe_fault(const PGresult* result, std::string_view sql);

// The database cannot be reached. `cause` is libpq's message.
[[nodiscard]] Problem connection_lost(std::string cause);

}  // namespace pagewright::database
