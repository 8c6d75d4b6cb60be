// Reads nodes from nested JSON and checks them against the components: for documents and for the subtrees in
// operations.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/document/document.hpp"

namespace pagewright::document {

// The JSON Pointer of the member `key` of what stands at `parent`.
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view key);

// Checks one value against the component's schema. Errors unknown_prop, invalid_prop, limit_exceeded; the path is the
// prop's name and what is below it.
[[nodiscard]] Result<void> check_prop(const schema::ComponentDefinition& definition, std::string_view key,
                                      const json::Value& value, const Limits& limits);
// Checks a page setting: its name, and the value of those that the engine renders.
[[nodiscard]] Result<void> check_page_setting(std::string_view key, const json::Value& value, const Limits& limits);
// Checks that a component may stand in a slot; `parent` null: the root. Errors unknown_slot, slot_refuses.
[[nodiscard]] Result<void> check_slot(const schema::ComponentDefinition* parent, std::string_view slot,
                                      const schema::ComponentDefinition& child);

class NodeReader {
 public:
  NodeReader(const schema::Catalog& catalog, const Limits& limits) : catalog_(catalog), limits_(limits) {}

  // Reads the array of a slot's children with all below them. `path` is the JSON Pointer of `source`, `depth` that of
  // its nodes.
  Result<void> read_slot(const json::Value& source, const NodeId& parent,
                         const schema::ComponentDefinition* parent_definition, std::string_view slot,
                         const std::string& path, unsigned depth);
  // Reads one node to stand at `place`; whether that slot takes it is for the caller to check.
  Result<void> read_node(const json::Value& source, Place place, const std::string& path, unsigned depth);

  // What was read, parents before children.
  [[nodiscard]] std::vector<NodePointer>& nodes() { return nodes_; }

 private:
  Result<void> read_props(const json::Value& source, const schema::ComponentDefinition& definition,
                          const std::string& path, Registers& props);
  Result<void> read_styles(const json::Value& source, const std::string& path, Styles& styles);

  const schema::Catalog& catalog_;
  const Limits& limits_;
  std::vector<NodePointer> nodes_;
  std::unordered_set<NodeId, NodeIdHash> ids_;
};

}  // namespace pagewright::document
