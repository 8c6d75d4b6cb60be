#include "server/templates/template_record.hpp"

#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"

namespace pagewright::templates {
namespace {

JsonText members_of(const TemplateRecord& record, std::string_view organization_id) {
  const bool is_own = record.organization_id == organization_id;
  JsonText json;
  json.text("id", record.id)
      .text("name", record.name)
      .text("displayName", record.display_name)
      .text("description", record.description)
      .text("category", record.category)
      .raw("tags", text_list_json(record.tags))
      .text("source", is_own ? "organization" : "marketplace")
      .text("publisher", record.publisher)
      .boolean("isPublic", record.is_public)
      .number("installCount", record.install_count)
      .raw("author", is_own ? record.author.to_json() : "null")
      .time("createdAt", record.created_at)
      .time("updatedAt", record.updated_at);
  return json;
}

}  // namespace

std::string TemplateRecord::to_json(std::string_view viewer) const {
  return members_of(*this, viewer).take();
}

std::string TemplateRecord::to_json(std::string_view viewer, std::string_view document) const {
  return members_of(*this, viewer).raw("document", document).take();
}

}  // namespace pagewright::templates
