#include "engine/liquid/edges.hpp"

#include <algorithm>

#include "engine/liquid/lexer.hpp"

namespace pagewright::liquid {
namespace {

enum class Side : std::uint8_t { first, last };

constexpr Reach nothing{};

Reach reach_of_nodes(std::span<const Node> nodes, Side side);

class Reaching {
 public:
  explicit Reaching(Side side) : side_(side) {}

  Reach operator()(const TextNode& node) const {
    std::string_view text = node.text;
    while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
    if (text.empty()) return nothing;
    const bool is_tag = side_ == Side::first ? text.front() == '<' : text.back() == '>';
    return reach_of(is_tag ? Edge::tag : Edge::other);
  }
  Reach operator()(const OutputNode&) const { return reach_of(Edge::other); }
  Reach operator()(const IfNode& node) const {
    return of_branches(node.branches, [](const IfBranch& branch) { return branch.condition.empty(); });
  }
  Reach operator()(const CaseNode& node) const {
    return of_branches(node.branches, [](const WhenBranch& branch) { return branch.values.empty(); });
  }
  Reach operator()(const ForNode& node) const {
    return either(reach_of_nodes(node.body, side_), reach_of_nodes(node.otherwise, side_));
  }
  Reach operator()(const TableRowNode&) const { return {.tag = true, .other = false, .through = true}; }
  Reach operator()(const IfChangedNode& node) const { return either(reach_of_nodes(node.body, side_), nothing); }
  Reach operator()(const RenderNode&) const { return {.tag = true, .other = true, .through = true}; }
  Reach operator()(const CycleNode&) const { return reach_of(Edge::other); }
  Reach operator()(const CounterNode&) const { return reach_of(Edge::other); }
  Reach operator()(const AssignNode&) const { return nothing; }
  Reach operator()(const CaptureNode&) const { return nothing; }
  Reach operator()(const BreakNode&) const { return nothing; }
  Reach operator()(const ContinueNode&) const { return nothing; }
  Reach operator()(const SlotNode&) const { return reach_of(Edge::tag); }  // children are elements
  Reach operator()(const EditableNode&) const { return reach_of(Edge::other); }

 private:
  Reach of_branches(const auto& branches, auto is_else) const {
    Reach reach{.through = branches.empty() || !is_else(branches.back())};
    for (const auto& branch : branches) reach = either(reach, reach_of_nodes(branch.body, side_));
    return reach;
  }

  Side side_;
};

Reach reach_of_nodes(std::span<const Node> nodes, Side side) {
  Reach reach;
  for (std::size_t i = 0; i < nodes.size() && reach.through; ++i) {
    const Node& node = side == Side::first ? nodes[i] : nodes[nodes.size() - 1 - i];
    reach = then(reach, std::visit(Reaching(side), node.form));
  }
  return reach;
}

}  // namespace

Reach reach_of(Edge edge) {
  return {.tag = edge == Edge::tag, .other = edge != Edge::tag, .through = false};
}

Reach then(const Reach& near, const Reach& far) {
  if (!near.through) return near;
  return {near.tag || far.tag, near.other || far.other, far.through};
}

Reach either(const Reach& a, const Reach& b) {
  return {a.tag || b.tag, a.other || b.other, a.through || b.through};
}

Reach first_of(std::span<const Node> nodes) {
  return reach_of_nodes(nodes, Side::first);
}
Reach last_of(std::span<const Node> nodes) {
  return reach_of_nodes(nodes, Side::last);
}

}  // namespace pagewright::liquid
