#include "server/custom_components/gallery_routes.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::custom_components {

Task<Outcome<http::Response>> GalleryRoutes::list(http::Request& request) {
  components::GalleryQuery query{.organization_id = request.caller->organization_id,
                                 .search = std::string(request.query_parameter("search").value_or("")),
                                 .category = std::string(request.query_parameter("category").value_or(""))};
  query.limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = CO_TRY(request.integer_parameter("offset", 0, 0, 1'000'000'000));
  const auto found = CO_TRY(co_await service_.gallery(query));
  std::vector<std::string> items;
  for (const components::CustomComponent& component : found.items) items.push_back(gallery_json(component));
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> GalleryRoutes::get(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(co_await service_.get_from_gallery(request.parameter("id"))));
}

Task<Outcome<http::Response>> GalleryRoutes::install(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(co_await service_.install(*request.caller, request.parameter("id"))), 201);
}

}  // namespace pagewright::custom_components
