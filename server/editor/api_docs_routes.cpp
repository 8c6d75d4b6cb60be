#include "server/editor/api_docs_routes.hpp"

#include "server/editor/file_response.hpp"
#include "server/editor/not_built.hpp"

namespace pagewright::editor {
namespace {

using http::Access;
using http::Method;
using http::Request;
using http::Response;

// The page sends requests as whoever is signed in, so nothing but its own files runs in it, and it reaches no other
// host. Its pictures are in its style sheet.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

Task<Outcome<Response>> page(Request& request) {
  const auto* file = embedded::find("editor/api-docs/index.html");
  if (!file) co_return not_built();
  auto response = file_response(request, *file, revalidate);
  response.set("Content-Security-Policy", std::string(policy));
  response.set("X-Frame-Options", "DENY");
  co_return response;
}

Task<Outcome<Response>> page_file(Request& request) {
  const auto& name = request.parameter("*");
  const auto* file = embedded::find("editor/api-docs/assets/" + name);
  if (!file) co_return std::unexpected(Problem::not_found("The API's page has no file " + name + "."));
  co_return file_response(request, *file, for_ever);
}

}  // namespace

std::vector<http::Route> api_docs_routes() {
  return {
      {Method::get, "/api/docs", Access::anyone, page},
      {Method::get, "/api/docs/assets/*", Access::anyone, page_file},
  };
}

}  // namespace pagewright::editor
