#include "server/templates/template_routes.hpp"

#include "server/base/json_text.hpp"
#include "server/pages/page_fields.hpp"
#include "server/templates/template_fields.hpp"

namespace pagewright::templates {
namespace {

std::string counts_json(const std::map<std::string, std::int64_t>& counts) {
  std::vector<std::string> items;
  for (const auto& [name, count] : counts) items.push_back(JsonText().text("name", name).number("count", count).take());
  return json_array(items);
}

}  // namespace

Task<Outcome<http::Response>> TemplateRoutes::list(http::Request& request) {
  const TemplateQuery query = CO_TRY(read_query(request));
  const TemplateList found = CO_TRY(co_await service_.list(query));
  co_return http::Response::json_text(json_list(found.items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> TemplateRoutes::facets(http::Request& request) {
  const Facets found = CO_TRY(co_await service_.facets(request.caller->organization_id));
  co_return http::Response::json_text(
      JsonText().raw("categories", counts_json(found.categories)).raw("tags", counts_json(found.tags)).take());
}

Task<Outcome<http::Response>> TemplateRoutes::get(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(co_await service_.get(*request.caller, request.parameter("id"))));
}

Task<Outcome<http::Response>> TemplateRoutes::create(http::Request& request) {
  NewTemplate wish = CO_TRY(read_new_template(request.json));
  co_return http::Response::json_text(CO_TRY(co_await service_.create(*request.caller, std::move(wish))), 201);
}

Task<Outcome<http::Response>> TemplateRoutes::update(http::Request& request) {
  TemplateChange change = CO_TRY(read_change(request.json));
  co_return http::Response::json_text(
      CO_TRY(co_await service_.update(*request.caller, request.parameter("id"), std::move(change))));
}

Task<Outcome<http::Response>> TemplateRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> TemplateRoutes::install(http::Request& request) {
  Fields fields(request.json);
  pages::PageFields wish = pages::read_page_fields(fields, pages::NameIs::required);
  fields.refuse_others();
  CO_TRY(fields.check("The page was not created"));
  pages::NewPage page{.name = *wish.name,
                      .slug = wish.slug,
                      .description = wish.description.value_or(""),
                      .metadata = wish.metadata.value_or("{}")};
  co_return http::Response::json_text(
      CO_TRY(co_await service_.install(*request.caller, request.parameter("id"), std::move(page))), 201);
}

}  // namespace pagewright::templates
