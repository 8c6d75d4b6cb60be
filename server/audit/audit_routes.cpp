#include "server/audit/audit_routes.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::audit {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;
constexpr std::int64_t max_sequence = 1LL << 53;

Outcome<std::optional<Milliseconds>> read_time(const http::Request& request, std::string_view name) {
  const auto text = request.query_parameter(name);
  if (!text || text->empty()) return std::nullopt;
  const auto time = parse_iso8601(*text);
  if (!time)
    return std::unexpected(
        Problem::malformed(std::string(name) + " must be a time such as 2026-11-23T14:25:07Z or 2026-11-23."));
  return time;
}

Outcome<Query> read_query(const http::Request& request) {
  const auto text = [&](std::string_view name) { return std::string(request.query_parameter(name).value_or("")); };
  Query query{.organization_id = request.caller->organization_id,
              .actor = text("actor"),
              .action = text("action"),
              .subject = text("subject")};
  query.from = TRY(read_time(request, "from"));
  query.until = TRY(read_time(request, "until"));
  if (const auto cursor = request.query_parameter("cursor"); cursor && !cursor->empty())
    query.before = TRY(request.integer_parameter("cursor", 0, 1, max_sequence));
  query.limit = TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = TRY(request.integer_parameter("offset", 0, 0, max_offset));
  return query;
}

// Where to go on: rows that are added meanwhile move nothing.
std::string next_cursor(const Found& found, const Query& query) {
  const bool is_last = static_cast<std::int64_t>(found.items.size()) < query.limit || found.items.back().sequence <= 1;
  return is_last ? "null" : "\"" + std::to_string(found.items.back().sequence) + "\"";
}

}  // namespace

Task<Outcome<http::Response>> AuditRoutes::list(http::Request& request) {
  const Query query = CO_TRY(read_query(request));
  const Found found = CO_TRY(co_await service_.search(query));
  std::vector<std::string> items;
  for (const Record& record : found.items) items.push_back(record.to_json());
  co_return http::Response::json_text(JsonText()
                                          .raw("items", json_array(items))
                                          .number("total", found.total)
                                          .number("limit", query.limit)
                                          .number("offset", query.offset)
                                          .raw("nextCursor", next_cursor(found, query))
                                          .take());
}

Task<Outcome<http::Response>> AuditRoutes::export_file(http::Request& request) {
  const Query query = CO_TRY(read_query(request));
  http::Response response{.body = CO_TRY(co_await service_.export_csv(query))};
  response.set("Content-Type", "text/csv; charset=utf-8");
  response.set("Content-Disposition", "attachment; filename=\"audit-log.csv\"");
  co_return response;
}

}  // namespace pagewright::audit
