// Looking something up in an organisation's audit log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::audit {

struct Query {
  std::string organization_id;
  std::string actor = {};    // a user's id or e-mail address; empty: anybody
  std::string action = {};   // "page.updated", or "page.*" for all that begin so; empty: any
  std::string subject = {};  // the id of what it was done to; empty: anything
  std::optional<Milliseconds> from = {};
  std::optional<Milliseconds> until = {};   // exclusive
  std::optional<std::int64_t> before = {};  // only rows with a smaller sequence
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};

struct Record {
  std::string id;
  std::int64_t sequence = 0;
  Milliseconds created_at = 0;
  std::optional<std::string> actor_id;  // nobody: the program itself
  std::string actor_name;               // as the actor is called now
  std::string actor_email;
  std::string action;
  std::string subject_id;
  std::optional<std::string> subject_name;  // of a page, member, team, environment or webhook, as it is called now
  std::string detail;                       // a JSON object
  std::string hash;

  [[nodiscard]] std::string to_json() const;
};

struct Found {
  std::vector<Record> items;  // newest first
  std::int64_t total = 0;     // of all that fit, on all pages
};

[[nodiscard]] Outcome<Found> search(database::Connection& connection, const Query& query);

// The same without counting, for those who want all of it.
[[nodiscard]] Outcome<std::vector<Record>> list(database::Connection& connection, const Query& query);

// The records as CSV (RFC 4180) with a line of names. No cell is a formula to a spreadsheet: what would begin one gets
// an apostrophe before it.
[[nodiscard]] std::string to_csv(const std::vector<Record>& records);

}  // namespace pagewright::audit
