#include "server/api/openapi_routes.hpp"

#include "server/base/digest.hpp"
#include "server/http/entity_tag.hpp"

namespace pagewright::api {

std::vector<http::Route> openapi_routes(const std::vector<http::Route>& described, const Description& description) {
  const auto document = std::make_shared<const std::string>(openapi_document(described, description));
  const std::string tag = content_hash(*document).substr(0, 32);
  const auto get = [document, tag](http::Request& request) -> Task<Outcome<http::Response>> {
    const bool is_known = http::matches_tag(request.header("If-None-Match"), tag);
    http::Response response = is_known ? http::Response{.status = 304} : http::Response{.body = document};
    response.set("Content-Type", "application/json").set("ETag", "\"" + tag + "\"").set("Cache-Control", "no-cache");
    co_return response;
  };
  return {{http::Method::get, "/api/openapi.json", http::Access::anyone, get}};
}

}  // namespace pagewright::api
