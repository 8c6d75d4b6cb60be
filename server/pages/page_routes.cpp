#include "server/pages/page_routes.hpp"

#include <ranges>
#include <utility>

#include "server/base/json_text.hpp"
#include "server/base/only_members.hpp"
#include "server/collaboration/document_merge.hpp"
#include "server/collaboration/version_reference.hpp"
#include "server/pages/page_fields.hpp"

namespace pagewright::pages {
namespace {

constexpr std::size_t large_body = 128UL * 1024;

// A member, moved out: a document is large, and nobody else reads it. Null where there is none.
json::Value take(json::Value& body, std::string_view name) {
  json::Value* member = body.is_object() ? body.get_object().if_contains(name) : nullptr;
  return member != nullptr ? std::exchange(*member, nullptr) : json::Value();
}

PageService::Size size_of(const http::Request& request) {
  return request.body.size() > large_body ? PageService::Size::large : PageService::Size::small;
}

std::string branch_of(const http::Request& request) {
  return std::string(request.query_parameter("branch").value_or(collaboration::main_branch));
}

http::Response page_response(PageService::Representation page) {
  http::Response response{.body = std::move(page.json)};
  return std::move(response.set("Content-Type", "application/json").set("ETag", '"' + page.tag + '"'));
}

Outcome<http::IfMatch> if_match_of(const http::Request& request) {
  return http::IfMatch::parse(request.header("If-Match"));
}

// "id,name" → its names.
std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> names;
  for (const auto part : std::views::split(list, ',')) names.emplace_back(part.begin(), part.end());
  return names;
}

}  // namespace

Task<Outcome<http::Response>> PageRoutes::create(http::Request& request) {
  Fields fields(request.json);
  const PageFields wish = read_page_fields(fields, NameIs::required);
  const auto template_id = fields.text("templateId", {});
  Pattern pattern;
  if (template_id) {
    auto found = co_await find_template_(*request.caller, *template_id);
    if (found)
      pattern = std::move(*found);
    else if (found.error().kind == ProblemKind::not_found)
      fields.add_error("/templateId", "must be the id of a template", "unknown");
    else
      co_return std::unexpected(std::move(found).error());
  }
  fields.refuse_others(read_only_fields);
  CO_TRY(fields.check("The page was not created"));

  // What the request says goes before what the template says.
  json::Value structure = take(request.json, "structure");
  if (structure.is_null()) {
    json::Object nodes;
    nodes["components"] = take(pattern.document, "components");
    if (!nodes["components"].is_null()) structure = std::move(nodes);
  }
  json::Value layout = take(request.json, "layout");
  if (layout.is_null()) layout = take(pattern.document, "layout");
  NewPage page{.name = *wish.name,
               .slug = wish.slug,
               .description = wish.description.value_or(""),
               .metadata = wish.metadata.value_or("{}"),
               .also = std::move(pattern.also)};
  auto document = co_await service_.read_document(request.caller->organization_id, std::move(structure),
                                                  std::move(layout), size_of(request));
  if (!document) co_return std::unexpected(co_await with_all_faults(std::move(document).error(), request));
  page.document = std::move(*document);
  co_return http::Response::json_text(CO_TRY(co_await service_.create(*request.caller, std::move(page))), 201);
}

Task<Problem> PageRoutes::with_all_faults(Problem refusal, const http::Request& request) {
  return service_.with_all_faults(std::move(refusal), request.caller->organization_id, request.body);
}

Task<Outcome<http::Response>> PageRoutes::list(http::Request& request) {
  PageQuery query = CO_TRY(read_page_query(request));
  const auto found = CO_TRY(co_await service_.list(query));
  const auto wanted = request.query_parameter("fields").value_or("");
  std::vector<std::string> items;
  for (const auto& page : found.items)
    items.push_back(wanted.empty() ? page.to_json() : only_members(page.to_json(), split(wanted)));
  const std::optional<std::string> next =
      found.next.transform([](const PageCursor& cursor) { return cursor.to_text(); });
  co_return http::Response::json_text(JsonText()
                                          .raw("items", json_array(items))
                                          .number("total", found.total)
                                          .number("limit", query.limit)
                                          .number("offset", query.offset)
                                          .text("nextCursor", next)
                                          .take());
}

Task<Outcome<http::Response>> PageRoutes::get(http::Request& request) {
  auto page = CO_TRY(co_await service_.get(*request.caller, request.parameter("id"), branch_of(request)));
  if (!http::matches_tag(request.header("If-None-Match"), page.tag)) co_return page_response(std::move(page));
  http::Response unchanged{.status = 304};
  co_return std::move(unchanged.set("ETag", '"' + page.tag + '"'));
}

Task<Outcome<http::Response>> PageRoutes::update(http::Request& request) {
  Fields fields(request.json);
  const PageFields wish = read_page_fields(fields, NameIs::optional);
  PageUpdate update{.branch = branch_of(request),
                    .name = wish.name,
                    .slug = wish.slug,
                    .description = wish.description,
                    .metadata = wish.metadata,
                    .status = fields.choice("status", {"draft", "published", "archived"}),
                    .base = collaboration::read_version_reference(fields, "base"),
                    .resolutions = collaboration::read_resolutions(fields),
                    .if_match = CO_TRY(if_match_of(request))};
  fields.refuse_others(read_only_fields);
  CO_TRY(fields.check("The page was not saved"));
  update.is_large = size_of(request) == PageService::Size::large;
  if (wish.structure != nullptr) {
    auto structure = co_await service_.read_structure(*request.caller, request.parameter("id"), update.branch,
                                                      take(request.json, "structure"), size_of(request));
    if (!structure) co_return std::unexpected(co_await with_all_faults(std::move(structure).error(), request));
    update.structure = std::move(*structure);
  }
  if (wish.layout != nullptr) {
    auto layout = co_await service_.read_document(request.caller->organization_id, nullptr,
                                                  take(request.json, "layout"), size_of(request));
    if (!layout) co_return std::unexpected(co_await with_all_faults(std::move(layout).error(), request));
    update.layout = std::move(*layout);
  }
  co_return page_response(
      CO_TRY(co_await service_.update(*request.caller, request.parameter("id"), std::move(update))));
}

Task<Outcome<http::Response>> PageRoutes::duplicate(http::Request& request) {
  Fields fields(request.json);
  PageFields wish = read_page_fields(fields, NameIs::optional);
  CO_TRY(fields.check("The page was not duplicated"));
  co_return http::Response::json_text(
      CO_TRY(co_await service_.duplicate(
          *request.caller, request.parameter("id"),
          {.branch = branch_of(request), .name = std::move(wish.name), .slug = std::move(wish.slug)})),
      201);
}

Task<Outcome<http::Response>> PageRoutes::change_owner(http::Request& request) {
  const auto owner_id = json::find_string(request.json, "ownerId");
  co_return page_response(CO_TRY(
      co_await service_.change_owner(*request.caller, request.parameter("id"), std::string(owner_id.value_or("")))));
}

Task<Outcome<http::Response>> PageRoutes::change_status(http::Request& request) {
  Fields fields(request.json);
  std::vector<std::string> ids;
  if (const json::Value* list = fields.any("ids"))
    for (const json::Value& id : list->get_array()) ids.emplace_back(json::view(id.get_string()));
  const auto pages = CO_TRY(co_await status_.change(*request.caller, std::move(ids),
                                                    fields.choice("status", {"draft", "archived"}).value_or("")));
  std::vector<std::string> items;
  for (const auto& page : pages) items.push_back(page.to_json());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

Task<Outcome<http::Response>> PageRoutes::remove(http::Request& request) {
  if (request.query_parameter("permanent") == "true")
    CO_TRY(co_await trash_.erase(*request.caller, request.parameter("id")));
  else
    CO_TRY(co_await trash_.put(*request.caller, request.parameter("id"), CO_TRY(if_match_of(request))));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> PageRoutes::restore(http::Request& request) {
  co_return page_response(CO_TRY(co_await trash_.restore(*request.caller, request.parameter("id"))));
}

}  // namespace pagewright::pages
