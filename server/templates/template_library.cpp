#include "server/templates/template_library.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"
#include "server/embedded/embedded_files.hpp"

namespace pagewright::templates {
namespace {

Template read(const embedded::File& file) {
  const auto source = json::parse(file.bytes);
  const json::Value* document = source ? json::find(*source, "document") : nullptr;
  const auto name = source ? json::find_string(*source, "name") : std::nullopt;
  if (document == nullptr || !name) throw std::runtime_error(std::string(file.path) + " is no template");
  const auto text = [&](std::string_view key) { return std::string(json::find_string(*source, key).value_or("")); };
  const json::Value* tags = json::find(*source, "tags");
  Template result{.id = std::string(*name),
                  .display_name = text("display_name"),
                  .description = text("description"),
                  .category = text("category"),
                  .tags = tags != nullptr ? read_text_list(json::serialize(*tags)) : std::vector<std::string>(),
                  .document = *document};
  JsonText summary;
  summary.text("id", result.id)
      .text("name", result.id)
      .text("displayName", result.display_name)
      .text("description", result.description)
      .text("category", result.category)
      .raw("tags", text_list_json(result.tags))
      .text("source", "built-in")
      .raw("publisher", "null")
      .boolean("isPublic", true)
      .raw("installCount", "null")
      .raw("author", "null")
      .raw("createdAt", "null")
      .raw("updatedAt", "null");
  JsonText whole = summary;
  result.summary_json = summary.take();
  result.json = whole.raw("document", json::serialize(*document)).take();
  return result;
}

}  // namespace

TemplateLibrary::TemplateLibrary() {
  for (const embedded::File& file : embedded::under("library/templates/"))
    if (file.path.ends_with(".json")) templates_.push_back(read(file));
}

const Template* TemplateLibrary::find(std::string_view id) const {
  const auto found = std::ranges::find(templates_, id, &Template::id);
  return found == templates_.end() ? nullptr : &*found;
}

}  // namespace pagewright::templates
