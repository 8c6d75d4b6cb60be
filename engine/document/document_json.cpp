// Documents as nested JSON: docs/formats/document.md.
#include "engine/document/document.hpp"
#include "engine/document/node_json.hpp"
#include "engine/document/node_reader.hpp"
#include "engine/document/rules.hpp"
#include "engine/json/pointer.hpp"

namespace pagewright::document {
namespace {

void append_rank(std::string& out, std::string_view rank) {
  out += ",\"rank\":";
  json::append_quoted(out, rank);
}

}  // namespace

template <typename WriteRank>
void Document::append_node(std::string& out, const NodeId& id, WriteRank& write_rank) const {
  const PlacedNode& placed = *find_placed(id);
  const Node& node = *placed.node;
  out += "{\"id\":";
  json::append_quoted(out, node.id.text());
  out += ",\"component\":";
  json::append_quoted(out, node.component);
  write_rank(node.place.rank);
  if (!node.settings.empty()) {
    out += ",\"settings\":";
    append_registers(out, node.settings);
  }
  if (!node.props.empty()) {
    out += ",\"props\":";
    append_registers(out, node.props);
  }
  if (!node.styles.empty()) {
    out += ",\"styles\":";
    append_styles(out, node.styles);
  }
  if (const Children* slots = placed.children.get()) {
    out += ",\"children\":";
    char separator = '{';
    for (const auto& [slot, nodes] : *slots) {
      out += std::exchange(separator, ',');
      json::append_quoted(out, slot);
      out += ':';
      char item = '[';
      for (const Child& child : nodes) {
        out += std::exchange(item, ',');
        append_node(out, child.id, write_rank);
      }
      out += ']';
    }
    out += '}';
  }
  out += '}';
}

template <typename WriteRank>
void Document::append_all(std::string& out, WriteRank& write_rank) const {
  out += "{\"components\":";
  char separator = '[';
  for (const Child& child : children(NodeId(), root_slot)) {
    out += std::exchange(separator, ',');
    append_node(out, child.id, write_rank);
  }
  out += separator == '[' ? "[]" : "]";
  if (!layout_->empty()) {
    out += ",\"layout\":";
    append_registers(out, *layout_);
  }
  out += '}';
}

void Document::append_subtree_json(std::string& out, const NodeId& id, Ranks ranks) const {
  auto write_rank = [&](std::string_view rank) {
    if (ranks == Ranks::keep) append_rank(out, rank);
  };
  append_node(out, id, write_rank);
}

void Document::append_json(std::string& out, Ranks ranks) const {
  auto write_rank = [&](std::string_view rank) {
    if (ranks == Ranks::keep) append_rank(out, rank);
  };
  append_all(out, write_rank);
}

std::pair<std::string, std::string> Document::json_texts() const {
  std::pair<std::string, std::string> texts;
  auto& [plain, ranked] = texts;
  std::size_t copied = 0;
  // What stands between the ranks is copied.
  auto write_rank = [&](std::string_view rank) {
    plain.append(ranked, copied);
    append_rank(ranked, rank);
    copied = ranked.size();
  };
  append_all(ranked, write_rank);
  plain.append(ranked, copied);
  return texts;
}

json::Value Document::to_json(Ranks ranks) const {
  std::string text;
  append_json(text, ranks);
  return *json::parse(text, 1000);
}

Result<Document> Document::parse(const json::Value& source, const schema::Catalog& catalog, const Limits& limits) {
  return read(source, catalog, limits, Source::keep);
}

Result<Document> Document::parse(json::Value&& source, const schema::Catalog& catalog, const Limits& limits) {
  return read(source, catalog, limits, Source::take);
}

Result<Document> Document::parse(const json::Value& source, const schema::Catalog& catalog, const Document& present,
                                 const Limits& limits) {
  return read(source, catalog, limits, Source::keep, &present);
}

Document::NodeMap Document::shared_with(const NodeMap& present, NodeReader& reader) {
  std::vector<PlacedNode>& nodes = reader.nodes();
  std::vector<const PlacedNode*> changed;
  std::size_t known = 0;
  for (const PlacedNode& placed : nodes) {
    const PlacedNode* before = present.find(placed.node->id);
    if (before) ++known;
    if (!before || before->node != placed.node || before->children != placed.children) changed.push_back(&placed);
  }
  // One by one costs more than all at once.
  if (changed.size() * 4 > nodes.size()) return NodeMap(std::move(nodes));
  NodeMap map = present;
  for (const PlacedNode* placed : changed) map.set(*placed);
  if (known < present.size())
    present.for_each([&](const PlacedNode& placed) {
      if (reader.is_new(placed.node->id)) map.erase(placed.node->id);
    });
  return map;
}

Result<Document> Document::read(const json::Value& source, const schema::Catalog& catalog, const Limits& limits,
                                Source kept, const Document* present) {
  const json::Object* object = source.if_object();
  if (!object)
    return fail(ErrorCode::invalid_document, "A document must be an object with \"components\" and \"layout\", not " +
                                                 std::string(json::type_name(source)) + ".");
  Document document;
  for (const auto& member : *object) {
    const std::string_view key = json::view(member.key());
    if (key == "components") {
      NodeReader reader(catalog, limits, kept, present);
      auto children = TRY(reader.read_slot(member.value(), NodeId(), nullptr, root_slot, JsonPath() / key, 1));
      document.nodes_ = present ? shared_with(present->nodes_, reader) : NodeMap(std::move(reader.nodes()));
      if (!children.empty())
        document.root_children_ =
            std::make_shared<const Children>(Children{{std::string(root_slot), std::move(children)}});
    } else if (key == "layout") {
      TRY(document.read_layout(member.value(), limits));
    } else {
      return fail(ErrorCode::invalid_document,
                  "A document has no member \"" + std::string(key) + "\"; it has \"components\" and \"layout\".",
                  json::pointer_to("", key));
    }
  }
  return document;
}

Result<void> Document::read_layout(const json::Value& source, const Limits& limits) {
  const json::Object* layout = source.if_object();
  if (!layout) return fail(ErrorCode::invalid_document, "The layout must be an object of page settings.", "/layout");
  if (layout->size() > limits.registers)
    return fail(ErrorCode::limit_exceeded, "The page has too many settings.", "/layout");
  for (const auto& setting : *layout) {
    if (setting.value().is_null()) continue;
    TRY(check_page_setting(json::view(setting.key()), setting.value(), limits));
    set_layout(json::view(setting.key()), std::make_shared<const json::Value>(setting.value()));
  }
  return {};
}

}  // namespace pagewright::document
