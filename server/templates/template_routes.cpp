#include "server/templates/template_routes.hpp"

#include "server/pages/page_fields.hpp"
#include "server/templates/install.hpp"

namespace pagewright::templates {
namespace {

Problem unknown() {
  return Problem::not_found("There is no such template.");
}

}  // namespace

Task<Outcome<http::Response>> TemplateRoutes::list(http::Request&) {
  http::Response response{.body = library_.listing()};
  co_return std::move(response.set("Content-Type", "application/json"));
}

Task<Outcome<http::Response>> TemplateRoutes::get(http::Request& request) {
  const Template* found = library_.find(request.parameter("id"));
  if (found == nullptr) co_return std::unexpected(unknown());
  co_return http::Response::json_text(found->json);
}

Task<Outcome<http::Response>> TemplateRoutes::install(http::Request& request) {
  const Template* found = library_.find(request.parameter("id"));
  if (found == nullptr) co_return std::unexpected(unknown());
  Fields fields(request.json);
  pages::PageFields wish = pages::read_page_fields(fields, pages::NameIs::required);
  fields.refuse_others();
  CO_TRY(fields.check("The page was not created"));
  pages::NewPage page{.name = *wish.name,
                      .slug = wish.slug,
                      .description = wish.description.value_or(""),
                      .metadata = wish.metadata.value_or("{}")};
  co_return http::Response::json_text(
      CO_TRY(co_await templates::install(pages_, *request.caller, *found, std::move(page))), 201);
}

}  // namespace pagewright::templates
