#include "server/search/search_service.hpp"

#include "server/base/fold.hpp"

namespace pagewright::search {
namespace {

std::string member(const json::Value& object, std::string_view name) {
  return std::string(json::find_string(object, name).value_or(""));
}

std::string words_of(const json::Value& component) {
  std::string words = member(component, "name") + "\n" + member(component, "display_name") + "\n" +
                      member(component, "description") + "\n" + member(component, "category");
  if (const json::Value* keywords = json::find(component, "keywords"); keywords != nullptr && keywords->is_array())
    for (const json::Value& keyword : keywords->get_array())
      if (keyword.is_string()) words.append("\n").append(json::view(keyword.get_string()));
  return words;
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

SearchService::SearchService(pages::PageService& pages, templates::TemplateService& templates,
                             people::MemberService& members, const components::BuiltInLibrary& library)
    : pages_(pages), templates_(templates), members_(members) {
  const auto listing = json::parse(*library.listing());
  const json::Value* items = listing ? json::find(*listing, "items") : nullptr;
  if (items == nullptr || !items->is_array()) return;
  for (const json::Value& item : items->get_array()) {
    const json::Value* component = json::find(item, "definition");
    if (component == nullptr) continue;
    components_.push_back({.hit = {.kind = Kind::component,
                                   .id = member(*component, "name"),
                                   .title = member(*component, "display_name"),
                                   .detail = member(*component, "description")},
                           .folded = fold(words_of(*component))});
  }
}

Task<Outcome<Hits>> SearchService::find_pages(const http::Caller& caller, const std::string& text, std::int64_t limit) {
  pages::PageQuery query;
  query.organization_id = caller.organization_id;
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

Hits SearchService::find_components(std::string_view text, std::int64_t limit) const {
  const std::string folded = fold(text);
  Hits hits{.kind = Kind::component};
  for (const SearchedComponent& component : components_) {
    if (!component.folded.contains(folded)) continue;
    if (hits.total++ < limit) hits.items.push_back(component.hit);
  }
  return hits;
}

Task<Outcome<std::vector<Hits>>> SearchService::find(http::Caller caller, std::string text, std::int64_t limit) {
  // An API token finds what its scopes let it list.
  std::vector<Hits> found{{.kind = Kind::page}, {.kind = Kind::template_}, {.kind = Kind::component}};
  if (caller.has_scope("pages:read")) found[0] = CO_TRY(co_await find_pages(caller, text, limit));
  if (caller.has_scope("templates:read")) found[1] = CO_TRY(co_await find_templates(caller, text, limit));
  if (caller.has_scope("components:read")) found[2] = find_components(text, limit);
  if (caller.role == http::Role::admin && caller.has_scope("members:read"))
    found.push_back(CO_TRY(co_await find_members(caller, text, limit)));
  co_return found;
}

}  // namespace pagewright::search
