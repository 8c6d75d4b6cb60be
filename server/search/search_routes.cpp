#include "server/search/search_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::search {

Task<Outcome<http::Response>> SearchRoutes::find(http::Request& request) {
  const std::string text(trimmed(request.query_parameter("q").value_or("")));
  if (text.empty()) co_return std::unexpected(Problem::malformed("q must say what to look for."));
  const auto limit = CO_TRY(request.integer_parameter("limit", 5, 1, 20));
  std::vector<std::string> items;
  JsonText totals;
  for (const Hits& hits : CO_TRY(co_await service_.find(*request.caller, text, limit))) {
    for (const Hit& hit : hits.items)
      items.push_back(JsonText()
                          .text("kind", name_of(hit.kind))
                          .text("id", hit.id)
                          .text("title", hit.title)
                          .text("detail", hit.detail)
                          .take());
    totals.number(name_of(hits.kind), hits.total);
  }
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).raw("totals", totals.take()).take());
}

}  // namespace pagewright::search
