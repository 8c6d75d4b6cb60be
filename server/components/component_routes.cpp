#include "server/components/component_routes.hpp"

namespace pagewright::components {

Task<Outcome<http::Response>> ComponentRoutes::list(http::Request& request) {
  http::Response response{.body = library_.listing()};
  if (request.header("if-none-match") == library_.listing_etag()) response = http::Response{.status = 304};
  response.set("Content-Type", "application/json").set("ETag", library_.listing_etag());
  response.set("Cache-Control", "private, no-cache");
  co_return response;
}

Task<Outcome<http::Response>> ComponentRoutes::get(http::Request& request) {
  const std::string* item = library_.item(request.parameter("name"));
  if (item == nullptr) co_return std::unexpected(Problem::not_found("There is no component of that name."));
  co_return http::Response::json_text(*item);
}

}  // namespace pagewright::components
