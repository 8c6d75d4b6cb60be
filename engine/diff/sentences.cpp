#include "engine/diff/sentences.hpp"

#include <algorithm>
#include <array>

#include "engine/richtext/rich_text.hpp"

namespace pagewright::diff {
namespace {

using document::Document;
using document::Node;
using document::NodeId;

constexpr std::size_t longest_excerpt = 40;  // bytes

// The beginning of the first line, cut between words where it is long.
std::string excerpt(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  text = text.substr(0, text.find_first_of("\r\n"));
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  if (text.size() <= longest_excerpt) return std::string(text);
  std::size_t end = longest_excerpt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  if (const auto blank = text.substr(0, end).rfind(' '); blank != std::string_view::npos && blank > end / 2)
    end = blank;
  return std::string(text.substr(0, end)) + "…";
}

const json::Value* properties_of(const schema::ComponentDefinition& definition) {
  return json::find(definition.props.source(), "properties");
}

bool is_free_text(const json::Value& property) {
  const auto format = json::find_string(property, "format");
  if (format) return format == "rich-text";
  return json::find_string(property, "type") == "string" && !json::find(property, "enum");
}

// What people know a node by: the name that they gave it, its title, its text, its label, or else the first text that
// it has.
std::string main_text(const Node& node, const schema::ComponentDefinition& definition) {
  if (const json::Value* name = node.settings.find(document::name_setting))
    return excerpt(json::view(name->get_string()));
  static constexpr std::array<std::string_view, 5> telling = {"title", "heading", "text", "label", "name"};
  const auto text_of = [&](std::string_view key) {
    const json::Value* value = node.props.find(key);
    return value ? excerpt(richtext::plain_text(*value)) : std::string();
  };
  for (const std::string_view key : telling)
    if (std::string text = text_of(key); !text.empty()) return text;
  const json::Value* properties = properties_of(definition);
  if (!properties || !properties->is_object()) return {};
  for (const auto& property : properties->get_object()) {
    if (!is_free_text(property.value())) continue;
    if (std::string text = text_of(json::view(property.key())); !text.empty()) return text;
  }
  return {};
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// "Text" reads "text" within a sentence; "URL" stays.
std::string within_sentence(std::string text) {
  if (!text.empty() && is_upper(text[0]) && (text.size() == 1 || !is_upper(text[1])))
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string nodes_text(std::size_t count) {
  return count == 1 ? "1 node" : std::to_string(count) + " nodes";
}

class Writer {
 public:
  Writer(const Document& before, const Document& after, const schema::Catalog& catalog)
      : before_(before), after_(after), catalog_(catalog) {}

  std::vector<std::string> write(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
      const NodeId* node = node_of(change);
      if (!labels_.empty() && (!node || *node != node_)) flush();
      std::visit(*this, change);
    }
    flush();
    return std::move(sentences_);
  }

  void operator()(const PageChanged& change) { add("Page → " + label_of_setting(change.key) + " changed"); }
  void operator()(const Inserted& change) {
    const Node& node = *after_.find(change.id);
    std::string sentence = named(node) + " inserted" + parent_text(" into ", node.place.parent, after_);
    if (change.nodes > 1) sentence += ", with " + nodes_text(change.nodes - 1) + " inside";
    add(std::move(sentence));
  }
  void operator()(const Removed& change) {
    const std::string name = named(*before_.find(change.id));
    add(change.nodes > 1 ? nodes_text(change.nodes - 1) + " removed with " + name : name + " removed");
  }
  void operator()(const Replaced& change) {
    add(named(*before_.find(change.id)) + " replaced with " + named(*after_.find(change.id)));
  }
  void operator()(const Moved& change) {
    const Node& node = *after_.find(change.id);
    const NodeId& parent = node.place.parent;
    const document::Place& old = before_.find(change.id)->place;
    if (old.parent != parent)
      add(named(node) + " moved" + (parent.is_root() ? " to the page" : parent_text(" into ", parent, after_)));
    else if (old.slot != node.place.slot)
      add(named(node) + " moved to another place" + parent_text(" in ", parent, after_));
    else
      add(named(node) + " moved within " + (parent.is_root() ? "the page" : named(*after_.find(parent))));
  }
  void operator()(const SettingChanged& change) {
    if (change.key == document::locked_setting)
      add(named(*after_.find(change.id)) + (change.after ? " locked" : " unlocked"));
    else if (change.key == document::hidden_setting)
      add(named(*after_.find(change.id)) + (change.after ? " hidden" : " shown again"));
    else
      label(change.id, label_of_setting(change.key));
  }
  void operator()(const PropChanged& change) {
    label(change.id, label_of_prop(*after_.find(change.id), change.key, catalog_));
  }
  void operator()(const StyleChanged& change) {
    std::string text = change.property;
    if (change.breakpoint != style::Breakpoint::base) text.append(" on ").append(style::name_of(change.breakpoint));
    label(change.id, std::move(text));
  }

 private:
  [[nodiscard]] std::string named(const Node& node) const { return name_of(node, catalog_); }

  [[nodiscard]] std::string parent_text(std::string_view preposition, const NodeId& parent,
                                        const Document& document) const {
    return parent.is_root() ? std::string() : std::string(preposition) + named(*document.find(parent));
  }

  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }

  void label(const NodeId& id, std::string text) {
    node_ = id;
    labels_.push_back(std::move(text));
  }

  // "text changed", "text and level changed", "text, level and 3 more changed".
  void flush() {
    if (labels_.empty()) return;
    constexpr std::size_t most_named = 3;
    std::vector<std::string> parts(labels_.begin(),
                                   labels_.begin() + static_cast<std::ptrdiff_t>(std::min(labels_.size(), most_named)));
    if (labels_.size() > most_named) {
      parts.pop_back();
      parts.push_back(std::to_string(labels_.size() - most_named + 1) + " more");
    }
    std::string list;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) list += i + 1 == parts.size() ? " and " : ", ";
      list += parts[i];
    }
    add(named(*after_.find(node_)) + " → " + list + " changed");
    labels_.clear();
  }

  const Document& before_;
  const Document& after_;
  const schema::Catalog& catalog_;
  std::vector<std::string> sentences_;
  NodeId node_;  // whose registers wait in labels_
  std::vector<std::string> labels_;
};

}  // namespace

std::string name_of(const Node& node, const schema::Catalog& catalog) {
  const schema::ComponentDefinition* definition = catalog.find(node.component);
  if (!definition) return node.component;
  const std::string text = main_text(node, *definition);
  return text.empty() ? definition->display_name : definition->display_name + " “" + text + "”";
}

std::string label_of_prop(const Node& node, std::string_view key, const schema::Catalog& catalog) {
  const schema::ComponentDefinition* definition = catalog.find(node.component);
  const json::Value* properties = definition ? properties_of(*definition) : nullptr;
  const json::Value* property = properties ? json::find(*properties, key) : nullptr;
  const auto title = property ? json::find_string(*property, "title") : std::nullopt;
  return title ? within_sentence(std::string(*title)) : std::string(key);
}

std::string label_of_setting(std::string_view key) {
  std::string label(key);
  std::ranges::replace(label, '_', ' ');
  return label;
}

std::vector<std::string> sentences(const std::vector<Change>& changes, const Document& before, const Document& after,
                                   const schema::Catalog& catalog) {
  return Writer(before, after, catalog).write(changes);
}

}  // namespace pagewright::diff
