// Reads nodes from nested JSON and checks them against the components: for documents and for the subtrees in
// operations.
#pragma once

#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/document/json_path.hpp"
#include "engine/document/rules.hpp"

namespace pagewright::document {

class NodeReader {
 public:
  // What is as it is in `present`, which was checked against the same components, is taken from there.
  NodeReader(const schema::Catalog& catalog, const Limits& limits, Source source, const Document* present = nullptr)
      : catalog_(catalog), limits_(limits), source_(source), present_(present) {}
  // Goes on behind a fault and collects all of them, up to `most`; what it reads is of no use where there was one. A
  // limit that is passed still ends the reading.
  NodeReader(const schema::Catalog& catalog, const Limits& limits, std::vector<Error>& faults, std::size_t most)
      : catalog_(catalog),
        limits_(limits),
        source_(Source::keep),
        present_(nullptr),
        faults_(&faults),
        most_faults_(most) {}

  // Reads the array of a slot's children with all below them, and answers with the children in their order. `depth` is
  // that of the children.
  Result<std::vector<Child>> read_slot(const json::Value& source, const NodeId& parent,
                                       const schema::ComponentDefinition* parent_definition, std::string_view slot,
                                       const JsonPath& path, unsigned depth);
  // Reads one node to stand at `place`; whether that slot takes it is for the caller to check.
  Result<void> read_node(const json::Value& source, Place place, const JsonPath& path, unsigned depth);

  // What was read, parents before children.
  [[nodiscard]] std::vector<PlacedNode>& nodes() { return nodes_; }
  // False where a node that was read has this id.
  [[nodiscard]] bool is_new(const NodeId& id) const;

 private:
  // The node of `present_` with this id, where it is the same component; null otherwise.
  [[nodiscard]] const PlacedNode* find_present(const NodeId& id, std::string_view component) const;
  // What is in this slot of `present_`, where `source` lists the same nodes in the same order; empty otherwise.
  [[nodiscard]] std::span<const Child> present_children(const json::Array& source, const NodeId& parent,
                                                        std::string_view slot) const;
  Result<void> read_members(const json::Object& source, const schema::ComponentDefinition& definition,
                            const JsonPath& path, Node& node);
  Result<void> read_settings(const json::Value& source, const JsonPath& path, Registers& settings);
  Result<void> read_props(const json::Value& source, const schema::ComponentDefinition& definition,
                          const JsonPath& path, Registers& props);
  Result<void> read_styles(const json::Value& source, const JsonPath& path, Styles& styles);
  Result<Children> read_children(const json::Value& source, const NodeId& parent,
                                 const schema::ComponentDefinition& definition, const JsonPath& path, unsigned depth);
  [[nodiscard]] SharedValue share(const json::Value& value) const;

  // Success where the fault was collected and reading goes on; the fault otherwise.
  Result<void> note(std::unexpected<Error> fault);

  void add(NodePointer node);
  void list_id(std::size_t index);

  const schema::Catalog& catalog_;
  const Limits& limits_;
  Source source_;
  const Document* present_;
  std::vector<Error>* faults_ = nullptr;  // null: the first one ends the reading
  std::size_t most_faults_ = 0;
  std::vector<PlacedNode> nodes_;
  std::vector<std::uint32_t> by_id_;  // a hash table: places in nodes_ plus one, 0 where nothing is
};

}  // namespace pagewright::document
