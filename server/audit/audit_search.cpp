#include "server/audit/audit_search.hpp"

#include "server/base/csv.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::audit {
namespace {

// Parameters $1 to $7; each is used whatever is asked for, because PostgreSQL wants to know its type.
std::string where(const Query& query) {
  std::string sql = " FROM audit_log a LEFT JOIN users u ON u.id = a.actor_id WHERE a.organization_id = $1";
  const bool is_email = query.actor.contains('@');
  if (query.actor.empty()) sql += " AND $2 = ''";
  if (!query.actor.empty())
    sql += is_email ? " AND a.actor_id = (SELECT id FROM users WHERE email = $2)" : " AND a.actor_id = $2";
  if (query.action.empty()) sql += " AND $3 = ''";
  if (!query.action.empty())
    sql += query.action.ends_with(".*") ? " AND substr(a.action, 1, length($3)) = $3" : " AND a.action = $3";
  sql += query.subject.empty() ? " AND $4 = ''" : " AND a.subject_id = $4";
  sql += query.from ? " AND a.created_at >= $5" : " AND $5 = 0";
  sql += query.until ? " AND a.created_at < $6" : " AND $6 = 0";
  sql += query.before ? " AND a.sequence < $7" : " AND $7 = 0";
  return sql;
}

// Ids are never given twice, so at most one of these has it. Whoever is or was a member is known by the log itself.
constexpr std::string_view name_of_subject =
    "coalesce("
    "(SELECT p.name FROM pages p WHERE p.id = a.subject_id AND p.organization_id = a.organization_id), "
    "(SELECT coalesce(nullif(s.name, ''), s.email) FROM users s WHERE s.id = a.subject_id), "
    "(SELECT t.name FROM teams t WHERE t.id = a.subject_id AND t.organization_id = a.organization_id), "
    "(SELECT e.name FROM environments e WHERE e.id = a.subject_id AND e.organization_id = a.organization_id), "
    "(SELECT w.url FROM webhooks w WHERE w.id = a.subject_id AND w.organization_id = a.organization_id))";

// "page.*" → "page."
std::string_view action_of(const Query& query) {
  const std::string_view action = query.action;
  return action.ends_with(".*") ? action.substr(0, action.size() - 1) : action;
}

Record read(database::Row row) {
  return {.id = row.text(0),
          .sequence = row.optional_integer(1).value_or(0),
          .created_at = row.integer(2),
          .actor_id = row.optional_text(3),
          .actor_name = row.optional_text(4).value_or(""),
          .actor_email = row.optional_text(5).value_or(""),
          .action = row.text(6),
          .subject_id = row.text(7),
          .subject_name = row.optional_text(8),
          .detail = row.text(9),
          .hash = row.text(10)};
}

}  // namespace

std::string Record::to_json() const {
  const std::string actor = actor_id ? JsonText()
                                           .text("id", std::string_view(*actor_id))
                                           .text("name", actor_name)
                                           .text("email", actor_email)
                                           .take()
                                     : "null";
  return JsonText()
      .text("id", id)
      .number("sequence", sequence)
      .time("createdAt", created_at)
      .raw("actor", actor)
      .text("action", action)
      .text("subjectId", subject_id)
      .text("subjectName", subject_name)
      .raw("detail", detail)
      .text("hash", hash)
      .take();
}

Outcome<std::vector<Record>> list(database::Connection& connection, const Query& query) {
  const auto rows = TRY(
      connection.query("SELECT a.id, a.sequence, a.created_at, a.actor_id, u.name, u.email, a.action, a.subject_id, " +
                           std::string(name_of_subject) + ", a.detail, a.hash" + where(query) +
                           " ORDER BY a.sequence DESC LIMIT $8 OFFSET $9",
                       {query.organization_id, query.actor, action_of(query), query.subject, query.from.value_or(0),
                        query.until.value_or(0), query.before.value_or(0), query.limit, query.offset}));
  std::vector<Record> records;
  records.reserve(rows.size());
  for (const auto row : rows) records.push_back(read(row));
  return records;
}

Outcome<Found> search(database::Connection& connection, const Query& query) {
  Query all = query;
  all.before.reset();
  const auto counted =
      TRY(connection.query("SELECT count(*)" + where(all), {all.organization_id, all.actor, action_of(all), all.subject,
                                                            all.from.value_or(0), all.until.value_or(0), 0}));
  return Found{.items = TRY(list(connection, query)), .total = counted.front().integer(0)};
}

std::string to_csv(const std::vector<Record>& records) {
  std::string text = "sequence,time,actor,actor_name,actor_email,action,subject,subject_name,detail,hash\r\n";
  for (const Record& record : records) {
    text += csv_line({std::to_string(record.sequence), to_iso8601(record.created_at), record.actor_id.value_or(""),
                      record.actor_name, record.actor_email, record.action, record.subject_id,
                      record.subject_name.value_or(""), record.detail, record.hash});
  }
  return text;
}

}  // namespace pagewright::audit
