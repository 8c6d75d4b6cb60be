#include "server/audit/verification.hpp"

#include "server/audit/chain.hpp"

namespace pagewright::audit {
namespace {

// Where a log ought to end.
struct Head {
  std::int64_t sequence = 0;
  std::string hash;
};

std::string place(std::int64_t sequence) {
  return "Row " + std::to_string(sequence);
}

std::string describe(const ChainedRow& row) {
  return " (" + std::string(row.action) + ", " + to_iso8601(row.created_at) + ")";
}

// Checks one row that follows those found so far; false: it does not.
bool follows(const ChainedRow& row, const std::string& hash, Verification& found) {
  if (row.sequence != found.rows + 1) {
    found.fault = place(found.rows + 1) + " is missing: the next one is " + std::to_string(row.sequence) + ".";
    return false;
  }
  if (hash_of(row, found.hash) != hash) {
    found.fault = place(row.sequence) + describe(row) + " is not what was written, or does not belong there.";
    return false;
  }
  found.rows = row.sequence;
  found.hash = hash;
  return true;
}

Outcome<void> follow_chain(database::Connection& connection, const std::string& organization_id, Verification& found) {
  for (;;) {
    const auto rows =
        TRY(connection.query("SELECT id, actor_id, action, subject_id, created_at, detail, sequence, hash FROM "
                             "audit_log WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT 1000",
                             {organization_id, found.rows}));
    if (rows.empty()) return {};
    for (const auto row : rows) {
      const auto actor = row.optional_text(1);
      const ChainedRow chained{.organization_id = organization_id,
                               .sequence = row.integer(6),
                               .id = row.text(0),
                               .actor_id = actor,
                               .action = row.text(2),
                               .subject_id = row.text(3),
                               .created_at = row.integer(4),
                               .detail = row.text(5)};
      if (!follows(chained, row.text(7), found)) return {};
    }
  }
}

// What no row of the chain can tell.
Outcome<std::string> fault_around_chain(database::Connection& connection, const std::string& organization_id,
                                        const Verification& found) {
  const auto strays =
      TRY(connection.query("SELECT count(*) FROM audit_log WHERE organization_id = $1", {organization_id}))
          .front()
          .integer(0) -
      found.rows;
  const auto heads =
      TRY(connection.query("SELECT sequence, hash FROM audit_heads WHERE organization_id = $1", {organization_id}));
  if (strays > 0 && heads.empty() && found.rows == 0)
    return "Rows that are older than the chain: " + std::to_string(strays) +
           ". Start the server once, which chains them.";
  if (strays > 0) return "Rows that have no place in the chain: " + std::to_string(strays) + ".";
  if (heads.empty()) return found.rows == 0 ? std::string() : std::string("The head of the chain is missing.");
  const Head head{.sequence = heads.front().integer(0), .hash = heads.front().text(1)};
  if (head.sequence > found.rows)
    return place(found.rows + 1) + " is missing: the log ended with row " + std::to_string(head.sequence) + ".";
  if (head.sequence < found.rows || head.hash != found.hash)
    return "The head of the chain is not that of row " + std::to_string(found.rows) + ".";
  return std::string();
}

}  // namespace

Outcome<std::vector<Verification>> verify(database::Connection& connection) {
  std::vector<Verification> all;
  for (const auto organisation : TRY(connection.query("SELECT id, slug FROM organisations ORDER BY slug"))) {
    Verification found{.organization = organisation.text(1)};
    TRY(follow_chain(connection, organisation.text(0), found));
    if (found.fault.empty()) found.fault = TRY(fault_around_chain(connection, organisation.text(0), found));
    all.push_back(std::move(found));
  }
  return all;
}

}  // namespace pagewright::audit
