#include "server/pages/page_query.hpp"

#include <algorithm>
#include <array>

#include "server/base/fields.hpp"

namespace pagewright::pages {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;
constexpr std::size_t max_search = 255;
constexpr std::array<std::string_view, 8> sort_orders = {"updatedAt", "-updatedAt", "createdAt", "-createdAt",
                                                         "name",      "-name",      "deletedAt", "-deletedAt"};

std::string text_of(const http::Request& request, std::string_view name) {
  return std::string(request.query_parameter(name).value_or(""));
}

Outcome<std::string> read_sort(const http::Request& request, bool is_trash) {
  std::string sort = text_of(request, "sort");
  if (sort.empty()) return is_trash ? "-deletedAt" : "-updatedAt";
  if (std::ranges::find(sort_orders, sort) == sort_orders.end())
    return std::unexpected(Problem::malformed(
        "sort must be updatedAt, createdAt, name or deletedAt, with - before it for descending order."));
  if (sort.ends_with("deletedAt") && !is_trash)
    return std::unexpected(Problem::malformed("sort may be deletedAt only with trash=true."));
  return sort;
}

Outcome<std::optional<PageCursor>> read_cursor(const http::Request& request, std::string_view sort) {
  const std::string text = text_of(request, "cursor");
  if (text.empty()) return std::nullopt;
  auto cursor = PageCursor::parse(text);
  if (!cursor) return std::unexpected(Problem::malformed("cursor must be nextCursor of the part of the list before."));
  if (cursor->sort != sort)
    return std::unexpected(Problem::malformed("cursor belongs to sort=" + cursor->sort + ": send it with that order."));
  return cursor;
}

}  // namespace

Outcome<PageQuery> read_page_query(const http::Request& request) {
  PageQuery query{.organization_id = request.caller->organization_id, .reader = access::Reader::of(*request.caller)};
  query.status = text_of(request, "status");
  if (!query.status.empty() && query.status != "draft" && query.status != "published" && query.status != "archived")
    return std::unexpected(Problem::malformed("status must be draft, published or archived."));
  query.search = trimmed(text_of(request, "search"));
  if (query.search.size() > max_search) return std::unexpected(Problem::malformed("search must be at most 255 bytes."));
  query.owner_id = text_of(request, "owner");
  if (query.owner_id == "me") query.owner_id = request.caller->user_id;
  query.team_id = text_of(request, "team");
  if (const std::string since = text_of(request, "updatedSince"); !since.empty()) {
    const auto time = parse_iso8601(since);
    if (!time)
      return std::unexpected(
          Problem::malformed("updatedSince must be a time or a day: 2026-11-23T14:25:07Z or 2026-11-23."));
    query.updated_since = *time;
  }
  query.is_trash = request.query_parameter("trash") == "true";
  query.sort = TRY(read_sort(request, query.is_trash));
  query.cursor = TRY(read_cursor(request, query.sort));
  query.limit = TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = TRY(request.integer_parameter("offset", 0, 0, max_offset));
  return query;
}

}  // namespace pagewright::pages
