// Which nodes and marks rich text knows, and what may stand in what. See docs/formats/rich-text.md.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/json/value.hpp"

namespace pagewright::richtext {

enum class NodeKind : std::uint8_t {
  doc,
  paragraph,
  heading,
  bullet_list,
  ordered_list,
  list_item,
  blockquote,
  code_block,
  horizontal_rule,
  hard_break,
  text,
  unknown,
};

// In the order in which they nest in HTML, the outermost first.
enum class MarkKind : std::uint8_t { link, bold, italic, underline, strike, code, unknown };

enum class Content : std::uint8_t { blocks, items, inlines, plain, nothing };

inline constexpr unsigned max_depth = 24;

// By the node's or mark's "type".
[[nodiscard]] NodeKind node_kind(const json::Value& node);
[[nodiscard]] MarkKind mark_kind(const json::Value& mark);

[[nodiscard]] Content content_of(NodeKind kind);
[[nodiscard]] bool is_allowed(Content content, NodeKind child);

// The member of node.attrs, or null.
[[nodiscard]] const json::Value* attribute(const json::Value& node, std::string_view name);
// The integer attribute, or nothing where it is absent or no integer.
[[nodiscard]] std::optional<std::int64_t> integer_attribute(const json::Value& node, std::string_view name);

}  // namespace pagewright::richtext
