// The SQL of organisations' templates.
#pragma once

#include <map>
#include <optional>

#include "server/database/database.hpp"
#include "server/templates/template_query.hpp"
#include "server/templates/template_record.hpp"

namespace pagewright::templates {

struct StoredTemplates {
  std::vector<TemplateRecord> items;
  std::int64_t total = 0;
};
// The organisation's own and those in the marketplace.
[[nodiscard]] Outcome<StoredTemplates> list(database::Connection& connection, const TemplateQuery& query);

// How many of what the organisation may install stand in each category, and have each tag.
struct Facets {
  std::map<std::string, std::int64_t> categories;
  std::map<std::string, std::int64_t> tags;
};
[[nodiscard]] Outcome<void> count_facets(database::Connection& connection, std::string_view organization_id,
                                         Facets& facets);

struct TemplateWithDocument {
  TemplateRecord record;
  std::string document;  // JSON
};
// One that the organisation may install: its own, or a public one.
[[nodiscard]] Outcome<std::optional<TemplateWithDocument>> find(database::Connection& connection, std::string_view id,
                                                                std::string_view organization_id);

[[nodiscard]] Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id);
// `name`, or with the first of -2, -3 … that no other template of the organisation has.
[[nodiscard]] Outcome<std::string> free_name(database::Connection& connection, std::string_view organization_id,
                                             std::string_view name, std::string_view template_id);
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const TemplateRecord& record,
                                   std::string_view document);
[[nodiscard]] Outcome<void> update(database::Connection& connection, const TemplateRecord& record);
[[nodiscard]] Outcome<void> set_document(database::Connection& connection, std::string_view id,
                                         std::string_view document);
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view id);
[[nodiscard]] Outcome<void> count_install(database::Connection& connection, std::string_view id);

}  // namespace pagewright::templates
