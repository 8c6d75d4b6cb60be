#include "server/database/postgres_result.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "server/database/faults.hpp"

namespace pagewright::database {
namespace {

// pg_type.dat
enum TypeId : Oid {
  bool_type = 16,
  bytea_type = 17,
  name_type = 19,
  int8_type = 20,
  int2_type = 21,
  int4_type = 23,
  text_type = 25,
  oid_type = 26,
  float4_type = 700,
  float8_type = 701,
  unknown_type = 705,
  bpchar_type = 1042,
  varchar_type = 1043,
  numeric_type = 1700,
};

// A signed integer in network byte order, of as many bytes as there are.
std::int64_t read_integer(std::string_view bytes) {
  std::uint64_t number = !bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(number);
}

// numeric_send(): count of digits, weight of the first, sign, decimal places; then the digits, to the base of 10,000.
Cell read_numeric(std::string_view bytes) {
  constexpr std::size_t header_size = 8;
  constexpr std::int64_t negative = 0x4000;
  if (bytes.size() < header_size) return std::monostate{};
  const auto part = [&](std::size_t index) { return read_integer(bytes.substr(index * 2, 2)); };
  const std::int64_t count = part(0);
  const std::int64_t weight = part(1);
  const bool is_integer = part(3) == 0;
  std::int64_t whole = 0;
  double approximate = 0;
  bool fits = is_integer;
  for (std::int64_t i = 0; i <= std::max(weight, count - 1); ++i) {
    const std::int64_t digit = i < count ? part(static_cast<std::size_t>(4 + i)) : 0;
    approximate += static_cast<double>(digit) * std::pow(10'000.0, static_cast<double>(weight - i));
    if (fits && i <= weight)
      fits = !__builtin_mul_overflow(whole, 10'000, &whole) && !__builtin_add_overflow(whole, digit, &whole);
  }
  if (part(2) == negative) {
    whole = -whole;
    approximate = -approximate;
  }
  return fits ? Cell(whole) : Cell(approximate);
}

// Nothing: a type that is not of the dialect.
std::optional<Cell> read_cell(Oid type, std::string_view bytes) {
  switch (type) {
    case bool_type:
    case int2_type:
    case int4_type:
    case int8_type:
      return type == bool_type ? std::int64_t{!bytes.empty() && bytes[0] != 0} : read_integer(bytes);
    case oid_type:
      return read_integer(bytes) & 0xffffffff;
    case float8_type:
      return std::bit_cast<double>(read_integer(bytes));
    case float4_type:
      return double{std::bit_cast<float>(static_cast<std::uint32_t>(read_integer(bytes)))};
    case numeric_type:
      return read_numeric(bytes);
    case bytea_type:
    case name_type:
    case text_type:
    case unknown_type:
    case bpchar_type:
    case varchar_type:
      return std::string(bytes);
    default:
      return std::nullopt;
  }
}

std::string field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text ? text : "";
}

// "pages.organization_id, pages.slug (pages_by_slug)": the detail begins "Key (organization_id, slug)=(…", and the
// values do not belong into a log.
std::string violated_constraint(const PGresult* result) {
  const std::string table = field(result, PG_DIAG_TABLE_NAME);
  const std::string detail = field(result, PG_DIAG_MESSAGE_DETAIL);
  std::string columns = field(result, PG_DIAG_COLUMN_NAME);
  const std::size_t open = detail.find('(');
  const std::size_t close = detail.find(")=(");
  if (columns.empty() && open != std::string::npos && close != std::string::npos && open < close)
    columns = detail.substr(open + 1, close - open - 1);
  std::string text = table + ".";
  for (const char c : columns) {
    if (c == ' ') {
      text += ' ' + table + '.';
    } else {
      text += c;
    }
  }
  return text + " (" + field(result, PG_DIAG_CONSTRAINT_NAME) + ")";
}

}  // namespace

Outcome<Rows> read_rows(const PGresult* result) {
  const int columns = PQnfields(result);
  const int rows = PQntuples(result);
  std::vector<Cell> cells;
  cells.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (PQgetisnull(result, row, column) != 0) {
        cells.emplace_back(std::monostate{});
        continue;
      }
      const std::string_view bytes(PQgetvalue(result, row, column),
                                   static_cast<std::size_t>(PQgetlength(result, row, column)));
      auto cell = read_cell(PQftype(result, column), bytes);
      if (!cell)
        return std::unexpected(Problem::internal(
            std::string("the column ") + PQfname(result, column) +
            " is of a type that SQLite and PostgreSQL do not share: " + std::to_string(PQftype(result, column))));
      cells.push_back(std::move(*cell));
    }
  }
  return Rows(std::move(cells), static_cast<std::size_t>(columns));
}

Problem describe_fault(const PGresult* result, std::string_view sql) {
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  std::string cause = field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (state.starts_with("23")) {
    return constraint_violated(cause + ": " + violated_constraint(result));
  }
  cause = with_statement(cause + " (SQLSTATE " + state + ")", sql);
  if (state == "53100") return Problem::storage_full(std::move(cause));
  // statement_timeout, and an operator's pg_cancel_backend().
  if (state == "57014") return statement_too_slow(std::move(cause));
  // The server stops or starts (57P0x), transactions stood in each other's way
  // (40…), a standby is asked to write (25006), or it has no connection left (53300).
  if (state.starts_with("57") || state.starts_with("40") || state == "25006" || state == "53300")
    return connection_lost(std::move(cause));
  return Problem::internal(std::move(cause));
}

Problem connection_lost(std::string cause) {
  auto problem =
      Problem::unavailable("The database does not answer at the moment. Nothing was changed: try again shortly.");
  problem.retry_after = 1;
  problem.cause = "PostgreSQL: " + std::move(cause);
  while (problem.cause.ends_with('\n')) problem.cause.pop_back();
  return problem;
}

}  // namespace pagewright::database
