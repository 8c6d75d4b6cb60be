#include "server/search/search_service.hpp"

namespace pagewright::search {
namespace {

std::string member(const json::Value& object, std::string_view name) {
  return std::string(json::find_string(object, name).value_or(""));
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::page:
      return "page";
    case Kind::template_:
      return "template";
    case Kind::component:
      return "component";
    case Kind::member:
      return "member";
  }
  __builtin_unreachable();
}

Task<Outcome<Hits>> SearchService::find_pages(const http::Caller& caller, const std::string& text, std::int64_t limit) {
  pages::PageQuery query;
  query.organization_id = caller.organization_id;
  query.reader = access::Reader::of(caller);
  query.search = text;
  query.limit = limit;
  const auto found = CO_TRY(co_await pages_.list(std::move(query)));
  Hits hits{.kind = Kind::page, .total = found.total};
  for (const auto& page : found.items) hits.items.push_back({Kind::page, page.id, page.name, "/" + page.slug});
  co_return hits;
}

Task<Outcome<Hits>> SearchService::find_templates(const http::Caller& caller, const std::string& text,
                                                  std::int64_t limit) {
  const auto found =
      CO_TRY(co_await templates_.list({.organization_id = caller.organization_id, .search = text, .limit = limit}));
  Hits hits{.kind = Kind::template_, .total = found.total};
  for (const std::string& item : found.items) {
    const auto found_template = json::parse(item);
    if (!found_template) co_return std::unexpected(Problem::internal("a template is no JSON"));
    hits.items.push_back({Kind::template_, member(*found_template, "id"), member(*found_template, "displayName"),
                          member(*found_template, "description")});
  }
  co_return hits;
}

Task<Outcome<Hits>> SearchService::find_members(const http::Caller& caller, const std::string& text,
                                                std::int64_t limit) {
  const auto found =
      CO_TRY(co_await members_.list({.organization_id = caller.organization_id, .search = text, .limit = limit}));
  Hits hits{.kind = Kind::member, .total = found.total};
  for (const auto& person : found.items) hits.items.push_back({Kind::member, person.id, person.name, person.email});
  co_return hits;
}

Task<Outcome<Hits>> SearchService::find_components(const http::Caller& caller, const std::string& text,
                                                   std::int64_t limit) {
  const auto found = CO_TRY(co_await components_.find(caller, {.search = text, .limit = limit}));
  Hits hits{.kind = Kind::component, .total = found.total};
  for (const auto& component : found.items)
    hits.items.push_back({Kind::component, component.name, component.display_name, component.description});
  co_return hits;
}

Task<Outcome<std::vector<Hits>>> SearchService::find(http::Caller caller, std::string text, std::int64_t limit) {
  // An API token finds what its scopes let it list.
  std::vector<Hits> found{{.kind = Kind::page}, {.kind = Kind::template_}, {.kind = Kind::component}};
  if (caller.has_scope("pages:read")) found[0] = CO_TRY(co_await find_pages(caller, text, limit));
  if (caller.has_scope("templates:read")) found[1] = CO_TRY(co_await find_templates(caller, text, limit));
  if (caller.has_scope("components:read")) found[2] = CO_TRY(co_await find_components(caller, text, limit));
  if (caller.role == http::Role::admin && caller.has_scope("members:read"))
    found.push_back(CO_TRY(co_await find_members(caller, text, limit)));
  co_return found;
}

}  // namespace pagewright::search
