#include "server/routes.hpp"

#include <algorithm>
#include <iterator>

#include "server/api/openapi_routes.hpp"
#include "server/editor/api_docs_routes.hpp"
#include "server/editor/editor_routes.hpp"
#include "server/health/health_routes.hpp"

namespace pagewright {

std::vector<http::Route> all_routes(Application& application, database::Database& database) {
  auto routes = application.routes();
  std::ranges::move(api::openapi_routes(routes, api::Description::of_program()), std::back_inserter(routes));
  std::ranges::move(editor::api_docs_routes(), std::back_inserter(routes));
  std::ranges::move(editor::editor_routes(), std::back_inserter(routes));
  std::ranges::move(application.file_routes(), std::back_inserter(routes));
  std::ranges::move(health::health_routes(database), std::back_inserter(routes));
  return routes;
}

}  // namespace pagewright
