#include <algorithm>
#include <array>

#include "engine/base/html.hpp"
#include "engine/richtext/node_rules.hpp"
#include "engine/richtext/rich_text.hpp"

namespace pagewright::richtext {
namespace {

constexpr std::array<std::string_view, 6> mark_tags = {"a", "strong", "em", "u", "s", "code"};

struct Mark {
  MarkKind kind;
  std::string_view href;  // of a safe link; otherwise empty
  bool in_new_tab = false;
  bool operator==(const Mark&) const = default;
};
using Marks = std::vector<Mark>;

Mark read_mark(const json::Value& value, MarkKind kind) {
  Mark mark{kind, {}};
  if (kind != MarkKind::link) return mark;
  const json::Value* attributes = json::find(value, "attrs");
  if (!attributes) return mark;
  const auto href = json::find_string(*attributes, "href");
  if (href && html::is_safe_url(*href)) mark.href = *href;
  mark.in_new_tab = !mark.href.empty() && json::find_string(*attributes, "target") == "_blank";
  return mark;
}

Marks marks_of(const json::Value& node) {
  Marks marks;
  const json::Value* list = json::find(node, "marks");
  if (!list || !list->is_array()) return marks;
  for (const json::Value& value : list->get_array()) {
    const MarkKind kind = mark_kind(value);
    if (kind == MarkKind::unknown || std::ranges::find(marks, kind, &Mark::kind) != marks.end()) continue;
    marks.push_back(read_mark(value, kind));
  }
  std::ranges::sort(marks, {}, &Mark::kind);
  return marks;
}

void open_mark(const Mark& mark, std::string& out) {
  out.append("<").append(mark_tags[static_cast<std::size_t>(mark.kind)]);
  if (!mark.href.empty()) {
    out += " href=\"";
    html::append_escaped(out, mark.href);
    out += mark.in_new_tab ? "\" target=\"_blank\" rel=\"noopener\"" : "\"";
  }
  out += '>';
}

// Opens and closes so that neighbours with the same outer marks share one element: a link over three texts is one link.
void change_marks(Marks& open, Marks wanted, std::string& out) {
  const auto [kept, ignored] = std::ranges::mismatch(open, wanted);
  const auto shared = static_cast<std::size_t>(kept - open.begin());
  for (std::size_t i = open.size(); i > shared; --i)
    out.append("</").append(mark_tags[static_cast<std::size_t>(open[i - 1].kind)]).append(">");
  for (std::size_t i = shared; i < wanted.size(); ++i) open_mark(wanted[i], out);
  open = std::move(wanted);
}

const json::Array* content_array(const json::Value& node) {
  const json::Value* content = json::find(node, "content");
  return content ? content->if_array() : nullptr;
}

void append_inlines(const json::Value& node, Content allowed, std::string& out) {
  const json::Array* content = content_array(node);
  if (!content) return;
  Marks open;
  for (const json::Value& child : *content) {
    const NodeKind kind = node_kind(child);
    if (!is_allowed(allowed, kind)) continue;
    if (kind == NodeKind::hard_break) {
      // A break carries the marks of the text around it, so it stays inside what is open.
      out += "<br>";
      continue;
    }
    const std::string_view text = json::find_string(child, "text").value_or("");
    if (text.empty()) continue;
    change_marks(open, allowed == Content::plain ? Marks{} : marks_of(child), out);
    html::append_escaped(out, text);
  }
  change_marks(open, {}, out);
}

void append_node(const json::Value& node, NodeKind kind, unsigned depth, std::string& out);

void append_children(const json::Value& node, Content allowed, unsigned depth, std::string& out) {
  const json::Array* content = content_array(node);
  if (!content || depth >= max_depth) return;
  for (const json::Value& child : *content) {
    const NodeKind kind = node_kind(child);
    if (is_allowed(allowed, kind)) append_node(child, kind, depth + 1, out);
  }
}

void append_block(std::string_view tag, const json::Value& node, NodeKind kind, unsigned depth, std::string& out) {
  out.append("<").append(tag).append(">");
  append_children(node, content_of(kind), depth, out);
  out.append("</").append(tag).append(">");
}

// An empty line keeps its height, as in the editor.
void append_line(std::string_view tag, const json::Value& node, std::string& out) {
  out.append("<").append(tag).append(">");
  const std::size_t start = out.size();
  append_inlines(node, Content::inlines, out);
  if (out.size() == start) out += "<br>";
  out.append("</").append(tag).append(">");
}

void append_heading(const json::Value& node, std::string& out) {
  const auto level = std::clamp<std::int64_t>(integer_attribute(node, "level").value_or(2), 2, 6);
  const char tag[] = {'h', static_cast<char>('0' + level)};
  append_line({tag, 2}, node, out);
}

void append_ordered_list(const json::Value& node, unsigned depth, std::string& out) {
  const auto start = integer_attribute(node, "start").value_or(1);
  out += "<ol";
  if (start != 1) out.append(" start=\"").append(std::to_string(start)).append("\"");
  out += '>';
  append_children(node, Content::items, depth, out);
  out += "</ol>";
}

void append_node(const json::Value& node, NodeKind kind, unsigned depth, std::string& out) {
  switch (kind) {
    case NodeKind::doc:
      append_children(node, Content::blocks, depth, out);
      return;
    case NodeKind::paragraph:
      append_line("p", node, out);
      return;
    case NodeKind::heading:
      append_heading(node, out);
      return;
    case NodeKind::bullet_list:
      append_block("ul", node, kind, depth, out);
      return;
    case NodeKind::ordered_list:
      append_ordered_list(node, depth, out);
      return;
    case NodeKind::list_item:
      append_block("li", node, kind, depth, out);
      return;
    case NodeKind::blockquote:
      append_block("blockquote", node, kind, depth, out);
      return;
    case NodeKind::code_block:
      out += "<pre><code>";
      append_inlines(node, Content::plain, out);
      out += "</code></pre>";
      return;
    case NodeKind::horizontal_rule:
      out += "<hr>";
      return;
    case NodeKind::hard_break:
    case NodeKind::text:
    case NodeKind::unknown:
      return;
  }
}

void append_plain_string(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += "<p>";
    if (line.empty()) out += "<br>";
    html::append_escaped(out, line);
    out += "</p>";
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
}

void append_plain_text(const json::Value& node, NodeKind kind, unsigned depth, std::string& out) {
  const json::Array* content = content_array(node);
  if (!content || depth >= max_depth) return;
  const Content allowed = content_of(kind);
  const bool holds_lines = allowed == Content::inlines || allowed == Content::plain;
  if (holds_lines && !out.empty()) out += '\n';
  for (const json::Value& child : *content) {
    const NodeKind child_kind = node_kind(child);
    if (!is_allowed(allowed, child_kind)) continue;
    if (child_kind == NodeKind::text)
      out += json::find_string(child, "text").value_or("");
    else if (child_kind == NodeKind::hard_break)
      out += '\n';
    else
      append_plain_text(child, child_kind, depth + 1, out);
  }
}

}  // namespace

void append_html(const json::Value& document, std::string& out) {
  if (document.is_string())
    append_plain_string(json::view(document.get_string()), out);
  else if (node_kind(document) == NodeKind::doc)
    append_node(document, NodeKind::doc, 0, out);
}

std::string plain_text(const json::Value& document) {
  if (document.is_string()) return std::string(json::view(document.get_string()));
  std::string out;
  if (node_kind(document) == NodeKind::doc) append_plain_text(document, NodeKind::doc, 0, out);
  return out;
}

}  // namespace pagewright::richtext
