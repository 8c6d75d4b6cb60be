#include "server/templates/template_service.hpp"

#include <algorithm>

#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/collaboration/slug.hpp"
#include "server/events/event_store.hpp"
#include "server/idempotency/kept_answer.hpp"
#include "server/templates/install.hpp"

namespace pagewright::templates {
namespace {

constexpr const char* not_made = "The template was not made";
constexpr const char* not_changed = "The template was not changed";

Problem unknown() {
  return Problem::not_found("There is no such template.");
}

bool is_found(const Template& item, const TemplateQuery& query) {
  if (!query.category.empty() && item.category != query.category) return false;
  if (!query.tag.empty() && !has_tag(item.tags, query.tag)) return false;
  return search_text(item).find(fold(query.search)) != std::string::npos;
}

// Of the program's own, those that are looked for.
std::vector<const Template*> find_built_in(const TemplateLibrary& library, const TemplateQuery& query) {
  std::vector<const Template*> found;
  if (!query.source.empty() && query.source != "built-in") return found;
  for (const Template& item : library.all())
    if (is_found(item, query)) found.push_back(&item);
  return found;
}

// What the event says of a template.
std::string summary(const TemplateRecord& record) {
  return JsonText()
      .text("templateId", record.id)
      .text("displayName", record.display_name)
      .boolean("isPublic", record.is_public)
      .take();
}

Outcome<void> tell(database::Connection& connection, const http::Caller& caller, std::string type,
                   const TemplateRecord& record, Milliseconds now) {
  return events::record(connection, events::by(caller, std::move(type), record.id, summary(record)), now);
}

void apply(const TemplateChange& change, TemplateRecord& record) {
  if (change.display_name) record.display_name = *change.display_name;
  if (change.description) record.description = *change.description;
  if (change.category) record.category = *change.category;
  if (change.tags) record.tags = *change.tags;
  if (change.is_public) record.is_public = *change.is_public;
}

}  // namespace

Task<Outcome<TemplateList>> TemplateService::list(TemplateQuery query) {
  const auto built_in = find_built_in(library_, query);
  const auto own = static_cast<std::int64_t>(built_in.size());
  TemplateList list{.items = {}, .total = own};
  for (std::int64_t at = query.offset; at < own && std::ssize(list.items) < query.limit; ++at)
    list.items.push_back(built_in[static_cast<std::size_t>(at)]->summary_json);
  if (query.source == "built-in") co_return list;
  TemplateQuery others = query;
  others.limit = query.limit - std::ssize(list.items);
  others.offset = std::max<std::int64_t>(0, query.offset - own);
  const auto stored = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return templates::list(connection, others); }));
  list.total += stored.total;
  for (const TemplateRecord& record : stored.items) list.items.push_back(record.to_json(query.organization_id));
  co_return list;
}

Task<Outcome<Facets>> TemplateService::facets(std::string organization_id) {
  Facets facets;
  for (const Template& item : library_.all()) {
    ++facets.categories[item.category];
    for (const std::string& tag : item.tags) ++facets.tags[tag];
  }
  CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return count_facets(connection, organization_id, facets); }));
  facets.categories.erase("");
  co_return facets;
}

Task<Outcome<TemplateWithDocument>> TemplateService::find_stored(http::Caller caller, std::string id) {
  auto found = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return find(connection, id, caller.organization_id); }));
  if (!found) co_return std::unexpected(unknown());
  co_return std::move(*found);
}

Task<Outcome<std::string>> TemplateService::get(http::Caller caller, std::string id) {
  if (const Template* item = library_.find(id)) co_return item->json;
  const auto found = CO_TRY(co_await find_stored(caller, std::move(id)));
  co_return found.record.to_json(caller.organization_id, found.document);
}

Task<Outcome<pages::Pattern>> TemplateService::pattern(http::Caller caller, std::string id) {
  if (const Template* item = library_.find(id)) co_return pages::Pattern{.document = item->document};
  const auto found = CO_TRY(co_await find_stored(std::move(caller), std::move(id)));
  auto document = co_await pool_.run([&] { return json::parse(found.document, 1000); });
  if (!document)
    co_return std::unexpected(
        Problem::internal("the template " + found.record.id + " is damaged: " + document.error().message));
  co_return pages::Pattern{
      .document = std::move(*document),
      .also = [id = found.record.id](database::Connection& connection) { return count_install(connection, id); }};
}

// The page's, as it is at the moment.
Task<Outcome<std::string>> TemplateService::document_of_page(http::Caller caller, std::string page_id,
                                                             std::string branch, const char* refusal) {
  const auto document = co_await pages_.document(std::move(caller), std::move(page_id), std::move(branch));
  if (!document && document.error().kind == ProblemKind::not_found)
    co_return std::unexpected(
        Problem::validation(refusal, {{"/pageId", "must be the id of a page that has this branch", "unknown"}}));
  if (!document) co_return std::unexpected(document.error());
  co_return co_await pool_.run([&] {
    std::string text;
    document->append_json(text);
    return text;
  });
}

Task<Outcome<std::string>> TemplateService::create(http::Caller caller, NewTemplate wish) {
  const std::string document = CO_TRY(co_await document_of_page(caller, wish.page_id, wish.branch, not_made));
  const Milliseconds now = clock_();
  TemplateRecord record{.id = new_uuid(),
                        .organization_id = caller.organization_id,
                        .author = collaboration::author_of(caller),
                        .display_name = wish.display_name,
                        .description = wish.description,
                        .category = wish.category,
                        .tags = wish.tags,
                        .created_at = now,
                        .updated_at = now};
  const auto stored =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<TemplateWithDocument> {
        if (TRY(count(connection, record.organization_id)) >= max_templates)
          return std::unexpected(Problem::conflict("The template was not made",
                                                   "An organisation has at most " + std::to_string(max_templates) +
                                                       " templates of its own: delete some that nobody installs."));
        record.name = TRY(
            free_name(connection, record.organization_id, collaboration::slug_from(record.display_name), record.id));
        TRY(insert(connection, record, document));
        TRY(tell(connection, caller, "template.created", record, now));
        auto made = TRY(find(connection, record.id, record.organization_id)).value();
        if (caller.repeatable)
          TRY(idempotency::keep(connection, caller, 201, made.record.to_json(caller.organization_id, made.document),
                                now));
        return made;
      }));
  co_return stored.record.to_json(caller.organization_id, stored.document);
}

// One of the organisation's that the caller may change.
Task<Outcome<TemplateRecord>> TemplateService::find_own(http::Caller caller, std::string id) {
  if (library_.find(id) != nullptr)
    co_return std::unexpected(Problem::forbidden("This template is part of Pagewright: it can't be changed."));
  auto found = CO_TRY(co_await find_stored(caller, std::move(id)));
  if (found.record.organization_id != caller.organization_id) co_return std::unexpected(unknown());
  if (caller.role < http::Role::admin && found.record.author.id != caller.user_id)
    co_return std::unexpected(Problem::forbidden("Only its author and administrators may change this template."));
  co_return std::move(found.record);
}

Task<Outcome<std::string>> TemplateService::update(http::Caller caller, std::string id, TemplateChange change) {
  const TemplateRecord before = CO_TRY(co_await find_own(caller, id));
  if (change.is_public && *change.is_public != before.is_public && caller.role < http::Role::admin)
    co_return std::unexpected(Problem::forbidden("Only administrators put templates into the marketplace."));
  std::optional<std::string> document;
  if (change.page_id) document = CO_TRY(co_await document_of_page(caller, *change.page_id, change.branch, not_changed));
  const auto stored =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<TemplateWithDocument> {
        // Asked again: somebody else may have changed it meanwhile, or deleted it.
        auto found = TRY(find(connection, id, caller.organization_id));
        if (!found) return std::unexpected(unknown());
        TemplateRecord& record = found->record;
        apply(change, record);
        record.updated_at = clock_();
        if (change.display_name)
          record.name = TRY(
              free_name(connection, record.organization_id, collaboration::slug_from(record.display_name), record.id));
        TRY(templates::update(connection, record));
        if (document) {
          TRY(set_document(connection, id, *document));
          found->document = *document;
        }
        TRY(tell(connection, caller, "template.updated", record, record.updated_at));
        return std::move(*found);
      }));
  co_return stored.record.to_json(caller.organization_id, stored.document);
}

Task<Outcome<void>> TemplateService::remove(http::Caller caller, std::string id) {
  const TemplateRecord record = CO_TRY(co_await find_own(caller, id));
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(templates::remove(connection, record.id));
    return tell(connection, caller, "template.deleted", record, clock_());
  });
}

Task<Outcome<std::string>> TemplateService::install(http::Caller caller, std::string id, pages::NewPage page) {
  pages::Pattern pattern = CO_TRY(co_await this->pattern(caller, std::move(id)));
  page.also = std::move(pattern.also);
  co_return co_await templates::install(pages_, std::move(caller), pattern.document, std::move(page));
}

}  // namespace pagewright::templates
