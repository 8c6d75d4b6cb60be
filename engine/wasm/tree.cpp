#include "engine/wasm/tree.hpp"

#include <set>

#include "engine/document/node_json.hpp"

namespace pagewright::wasm {
namespace {

using document::Document;
using document::NodeId;

void append_node(std::string& out, const document::Node& node) {
  json::append_quoted(out, node.id.text());
  out += ":{\"component\":";
  json::append_quoted(out, node.component);
  if (!node.settings.empty()) {
    out += ",\"settings\":";
    document::append_registers(out, node.settings);
  }
  out += ",\"props\":";
  document::append_registers(out, node.props);
  out += ",\"styles\":";
  document::append_styles(out, node.styles);
  out += ",\"parent\":";
  if (node.place.parent.is_root())
    out += "null";
  else
    json::append_quoted(out, node.place.parent.text());
  out += ",\"slot\":";
  json::append_quoted(out, node.place.slot);
  out += '}';
}

void append_children(std::string& out, const Document& document, const NodeId& parent) {
  json::append_quoted(out, parent.text());
  out += ":{";
  if (const document::Children* slots = document.children(parent)) {
    for (const auto& [slot, children] : *slots) {
      if (out.back() != '{') out += ',';
      json::append_quoted(out, slot);
      out += ":[";
      for (const document::Child& child : children) {
        if (out.back() != '[') out += ',';
        json::append_quoted(out, child.id.text());
      }
      out += ']';
    }
  }
  out += '}';
}

}  // namespace

void append_tree(std::string& out, const Document& before, const Document& after) {
  std::set<NodeId> parents;  // whose lists differ
  std::vector<NodeId> removed;
  out += "{\"nodes\":{";
  Document::for_each_difference(
      before, after, [&](const NodeId& id, const document::NodePointer* old, const document::NodePointer* now) {
        const bool is_placed_anew = !old || !now || (*old)->place != (*now)->place;
        if (old && is_placed_anew) parents.insert((*old)->place.parent);
        if (now && is_placed_anew) parents.insert((*now)->place.parent);
        if (!now) return removed.push_back(id);
        if (out.back() != '{') out += ',';
        append_node(out, **now);
      });
  out += "},\"children\":{";
  for (const NodeId& parent : parents) {
    if (!parent.is_root() && !after.find(parent)) continue;
    if (out.back() != '{') out += ',';
    append_children(out, after, parent);
  }
  out += "},\"removed\":[";
  for (const NodeId& id : removed) {
    if (out.back() != '[') out += ',';
    json::append_quoted(out, id.text());
  }
  out += ']';
  if (!(before.layout() == after.layout())) {
    out += ",\"layout\":";
    document::append_registers(out, after.layout());
  }
  out += '}';
}

void append_structure(std::string& out, const Document& document) {
  out += "{\"children\":{";
  append_children(out, document, NodeId());
  document.for_each_node([&](const document::NodePointer& node) {
    if (!document.children(node->id)) return;
    out += ',';
    append_children(out, document, node->id);
  });
  out += "},\"layout\":";
  document::append_registers(out, document.layout());
  out += '}';
}

}  // namespace pagewright::wasm
