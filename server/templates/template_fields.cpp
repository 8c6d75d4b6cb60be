#include "server/templates/template_fields.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace pagewright::templates {
namespace {

constexpr std::size_t max_description = 2000;
constexpr std::size_t max_category = 60;
constexpr std::size_t max_tag = 40;
constexpr std::size_t max_tags = 20;
constexpr std::int64_t max_offset = 1'000'000'000;

bool has_line_break(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c == '\n' || c == '\r'; });
}

// Without white space at their ends, and each only once.
std::optional<std::vector<std::string>> read_tags(Fields& fields) {
  const json::Value* source = fields.any("tags");
  if (source == nullptr || source->is_null()) return std::nullopt;
  const json::Array* list = source->if_array();
  if (list == nullptr || list->size() > max_tags) {
    fields.add_error("/tags", "must be a list of at most " + std::to_string(max_tags) + " texts", "invalid");
    return std::nullopt;
  }
  std::vector<std::string> tags;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const json::String* text = (*list)[i].if_string();
    std::string tag(text != nullptr ? trimmed(json::view(*text)) : "");
    if (tag.empty() || count_characters(tag) > max_tag || has_line_break(tag))
      fields.add_error("/tags/" + std::to_string(i),
                       "must be a text of 1 to " + std::to_string(max_tag) + " characters in one line", "invalid");
    else if (!has_tag(tags, tag))
      tags.push_back(std::move(tag));
  }
  return tags;
}

std::optional<std::string> read_name(Fields& fields, bool required) {
  auto name = fields.text("displayName", {.required = required, .blank = false});
  return name ? std::optional(std::string(trimmed(*name))) : std::nullopt;
}

std::optional<std::string> read_category(Fields& fields) {
  auto category = fields.text("category", {.max = max_category});
  if (category && has_line_break(*category)) fields.add_error("/category", "must be one line", "invalid");
  return category ? std::optional(std::string(trimmed(*category))) : std::nullopt;
}

}  // namespace

Outcome<NewTemplate> read_new_template(const json::Value& body) {
  Fields fields(body);
  NewTemplate wish{.display_name = read_name(fields, true).value_or(""),
                   .description = fields.text("description", {.max = max_description}).value_or(""),
                   .category = read_category(fields).value_or(""),
                   .tags = read_tags(fields).value_or(std::vector<std::string>()),
                   .page_id = fields.text("pageId", {.required = true}).value_or("")};
  if (auto branch = fields.text("branch", {})) wish.branch = std::move(*branch);
  fields.refuse_others();
  TRY(fields.check("The template was not made"));
  return wish;
}

Outcome<TemplateChange> read_change(const json::Value& body) {
  Fields fields(body);
  TemplateChange change{.display_name = read_name(fields, false),
                        .description = fields.text("description", {.max = max_description}),
                        .category = read_category(fields),
                        .tags = read_tags(fields),
                        .is_public = fields.boolean("isPublic"),
                        .page_id = fields.text("pageId", {})};
  if (auto branch = fields.text("branch", {})) change.branch = std::move(*branch);
  fields.refuse_others();
  TRY(fields.check("The template was not changed"));
  return change;
}

Outcome<TemplateQuery> read_query(const http::Request& request) {
  const auto text = [&](std::string_view name) { return std::string(request.query_parameter(name).value_or("")); };
  TemplateQuery query{.organization_id = request.caller->organization_id,
                      .search = std::string(trimmed(text("search"))),
                      .category = text("category"),
                      .tag = std::string(trimmed(text("tag"))),
                      .source = text("source")};
  if (!query.source.empty() && std::ranges::find(sources, query.source) == sources.end())
    return std::unexpected(Problem::malformed("source must be built-in, organization or marketplace."));
  if (const auto sort = request.query_parameter("sort"); sort && !sort->empty()) query.sort = *sort;
  if (std::ranges::find(sort_orders, query.sort) == sort_orders.end())
    return std::unexpected(Problem::malformed("sort must be name, -name, -installs or -createdAt."));
  query.limit = TRY(request.integer_parameter("limit", 50, 1, 100));
  query.offset = TRY(request.integer_parameter("offset", 0, 0, max_offset));
  return query;
}

}  // namespace pagewright::templates
