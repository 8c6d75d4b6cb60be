#include "engine/base/html.hpp"
#include "engine/richtext/node_rules.hpp"
#include "engine/richtext/rich_text.hpp"

namespace pagewright::richtext {
namespace {

std::unexpected<Error> refuse(std::string message, const std::string& path) {
  return fail(ErrorCode::invalid_prop, std::move(message), path);
}

std::string type_of(const json::Value& node) {
  return std::string(json::find_string(node, "type").value_or("(without a type)"));
}

Result<void> validate_link(const json::Value& mark, const std::string& path) {
  const json::Value* href = attribute(mark, "href");
  if (!href || !href->is_string()) return refuse("A link needs attrs.href, a text.", path);
  if (!html::is_safe_url(json::view(href->get_string())))
    return refuse("A link must lead to a relative address, http, https, mailto, tel or sms.", path + "/attrs/href");
  const json::Value* target = attribute(mark, "target");
  if (!target || target->is_null()) return {};
  const bool is_known = target->is_string() && (target->get_string() == "_blank" || target->get_string() == "_self");
  if (!is_known) return refuse("A link's target must be \"_blank\" or \"_self\".", path + "/attrs/target");
  return {};
}

Result<void> validate_text(const json::Value& node, const std::string& path) {
  if (!json::find_string(node, "text")) return refuse("A text node needs \"text\", a text.", path);
  const json::Value* marks = json::find(node, "marks");
  if (!marks) return {};
  if (!marks->is_array()) return refuse("\"marks\" must be a list.", path + "/marks");
  std::size_t index = 0;
  unsigned seen = 0;
  for (const json::Value& mark : marks->get_array()) {
    const std::string mark_path = path + "/marks/" + std::to_string(index++);
    const MarkKind kind = mark_kind(mark);
    if (kind == MarkKind::unknown)
      return refuse("The mark " + type_of(mark) + " is not known; use bold, italic, underline, strike, code or link.",
                    mark_path);
    const unsigned bit = 1U << static_cast<unsigned>(kind);
    if (seen & bit) return refuse("The mark " + type_of(mark) + " stands twice on one text.", mark_path);
    seen |= bit;
    if (kind == MarkKind::link) TRY(validate_link(mark, mark_path));
  }
  return {};
}

Result<void> validate_attributes(const json::Value& node, NodeKind kind, const std::string& path) {
  const json::Value* attributes = json::find(node, "attrs");
  if (attributes && !attributes->is_object() && !attributes->is_null())
    return refuse("\"attrs\" must be an object.", path + "/attrs");
  if (kind == NodeKind::heading) {
    const auto level = integer_attribute(node, "level");
    if (!level || *level < 2 || *level > 6)
      return refuse("A heading's level must be a number from 2 to 6.", path + "/attrs/level");
  }
  if (kind == NodeKind::ordered_list) {
    const json::Value* start = attribute(node, "start");
    if (start && !start->is_null() && !start->is_int64())
      return refuse("A list's start must be a whole number.", path + "/attrs/start");
  }
  return {};
}

Result<void> validate_node(const json::Value& node, NodeKind kind, const std::string& path, unsigned depth) {
  if (depth > max_depth)
    return refuse("The text is nested more than " + std::to_string(max_depth) + " levels deep.", path);
  TRY(validate_attributes(node, kind, path));
  if (kind == NodeKind::text) return validate_text(node, path);
  const json::Value* content = json::find(node, "content");
  if (!content) return {};
  if (!content->is_array()) return refuse("\"content\" must be a list.", path + "/content");
  const Content allowed = content_of(kind);
  std::size_t index = 0;
  for (const json::Value& child : content->get_array()) {
    const std::string child_path = path + "/content/" + std::to_string(index++);
    const NodeKind child_kind = node_kind(child);
    if (child_kind == NodeKind::unknown)
      return refuse("The node " + type_of(child) + " is not known in rich text.", child_path);
    if (!is_allowed(allowed, child_kind))
      return refuse("A node " + type_of(child) + " can't stand in " + type_of(node) + ".", child_path);
    const json::Value* marks = json::find(child, "marks");
    if (allowed == Content::plain && marks && marks->is_array() && !marks->get_array().empty())
      return refuse("Text in a codeBlock can't have marks.", child_path + "/marks");
    TRY(validate_node(child, child_kind, child_path, depth + 1));
  }
  return {};
}

}  // namespace

Result<void> validate(const json::Value& document) {
  if (document.is_string()) return {};
  if (node_kind(document) != NodeKind::doc)
    return refuse(
        "Rich text must be a text or an object of type \"doc\", is " + std::string(json::type_name(document)) + ".",
        "");
  return validate_node(document, NodeKind::doc, "", 0);
}

}  // namespace pagewright::richtext
