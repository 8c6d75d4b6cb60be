#include "engine/richtext/node_rules.hpp"

#include <array>
#include <utility>

namespace pagewright::richtext {
namespace {

constexpr std::array<std::pair<std::string_view, NodeKind>, 11> node_names = {{
    {"doc", NodeKind::doc},
    {"paragraph", NodeKind::paragraph},
    {"heading", NodeKind::heading},
    {"bulletList", NodeKind::bullet_list},
    {"orderedList", NodeKind::ordered_list},
    {"listItem", NodeKind::list_item},
    {"blockquote", NodeKind::blockquote},
    {"codeBlock", NodeKind::code_block},
    {"horizontalRule", NodeKind::horizontal_rule},
    {"hardBreak", NodeKind::hard_break},
    {"text", NodeKind::text},
}};

constexpr std::array<std::pair<std::string_view, MarkKind>, 6> mark_names = {{
    {"link", MarkKind::link},
    {"bold", MarkKind::bold},
    {"italic", MarkKind::italic},
    {"underline", MarkKind::underline},
    {"strike", MarkKind::strike},
    {"code", MarkKind::code},
}};

}  // namespace

NodeKind node_kind(const json::Value& node) {
  const auto type = json::find_string(node, "type");
  if (!type) return NodeKind::unknown;
  for (const auto& [name, kind] : node_names)
    if (name == *type) return kind;
  return NodeKind::unknown;
}

MarkKind mark_kind(const json::Value& mark) {
  const auto type = json::find_string(mark, "type");
  if (!type) return MarkKind::unknown;
  for (const auto& [name, kind] : mark_names)
    if (name == *type) return kind;
  return MarkKind::unknown;
}

Content content_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::doc:
    case NodeKind::list_item:
    case NodeKind::blockquote:
      return Content::blocks;
    case NodeKind::bullet_list:
    case NodeKind::ordered_list:
      return Content::items;
    case NodeKind::paragraph:
    case NodeKind::heading:
      return Content::inlines;
    case NodeKind::code_block:
      return Content::plain;
    case NodeKind::horizontal_rule:
    case NodeKind::hard_break:
    case NodeKind::text:
    case NodeKind::unknown:
      return Content::nothing;
  }
  std::unreachable();
}

bool is_allowed(Content content, NodeKind child) {
  switch (content) {
    case Content::blocks:
      return child == NodeKind::paragraph || child == NodeKind::heading || child == NodeKind::bullet_list ||
             child == NodeKind::ordered_list || child == NodeKind::blockquote || child == NodeKind::code_block ||
             child == NodeKind::horizontal_rule;
    case Content::items:
      return child == NodeKind::list_item;
    case Content::inlines:
      return child == NodeKind::text || child == NodeKind::hard_break;
    case Content::plain:
      return child == NodeKind::text;
    case Content::nothing:
      return false;
  }
  std::unreachable();
}

const json::Value* attribute(const json::Value& node, std::string_view name) {
  const json::Value* attributes = json::find(node, "attrs");
  return attributes ? json::find(*attributes, name) : nullptr;
}

std::optional<std::int64_t> integer_attribute(const json::Value& node, std::string_view name) {
  const json::Value* value = attribute(node, name);
  if (!value || !value->is_int64()) return std::nullopt;
  return value->get_int64();
}

}  // namespace pagewright::richtext
