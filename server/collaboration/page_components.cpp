#include "server/collaboration/page_components.hpp"

#include <algorithm>
#include <functional>

namespace pagewright::collaboration {
namespace {

std::optional<RefusedNode> refusal_of(const components::Offers& offers, const document::Node& node,
                                      const access::Membership& member, std::size_t operation = 0) {
  const auto reason = offers.refusal(node.component, member);
  if (!reason) return std::nullopt;
  return RefusedNode{.operation = operation,
                     .id = node.id,
                     .message = *reason + " The node \"" + std::string(node.id.text()) + "\" is one of it."};
}

// Calls visit(node) for all below a parent, in reading order, until it answers false.
bool visit_below(const document::Document& document, const document::NodeId& parent,
                 const std::function<bool(const document::Node&)>& visit) {
  const document::Children* slots = document.children(parent);
  if (slots == nullptr) return true;
  for (const document::SlotChildren& slot : *slots)
    for (const document::Child& child : slot.children)
      if (!visit(*document.find(child.id)) || !visit_below(document, child.id, visit)) return false;
  return true;
}

}  // namespace

void PageComponents::remember(const document::Document& document) {
  if (offers_->are_open()) return;
  document.for_each_node([&](const document::NodePointer& node) {
    if (offers_->limit(node->component)) had_.insert(node->component);
  });
}

void PageComponents::remember(const std::vector<operation::Operation>& operations) {
  if (offers_->are_open()) return;
  for (const operation::Operation& operation : operations)
    if (const auto* insert = std::get_if<operation::InsertNode>(&operation))
      for (const document::NodePointer& node : insert->subtree.nodes)
        if (offers_->limit(node->component)) had_.insert(node->component);
}

std::optional<RefusedNode> PageComponents::refusal(const std::vector<operation::Operation>& operations,
                                                   const access::Membership& member) const {
  if (offers_->are_open()) return std::nullopt;
  for (std::size_t at = 0; at < operations.size(); ++at) {
    const auto* insert = std::get_if<operation::InsertNode>(&operations[at]);
    if (insert == nullptr) continue;
    for (const document::NodePointer& node : insert->subtree.nodes) {
      if (had_.contains(node->component)) continue;
      if (auto refused = refusal_of(*offers_, *node, member, at)) return refused;
    }
  }
  return std::nullopt;
}

std::optional<RefusedNode> refusal_of_new_page(const components::Offers& offers, const document::Document& document,
                                               const access::Membership& member) {
  std::optional<RefusedNode> refused;
  if (offers.are_open()) return refused;
  visit_below(document, {}, [&](const document::Node& node) {
    refused = refusal_of(offers, node, member);
    return !refused;
  });
  return refused;
}

std::string pointer_to(const document::Document& document, const document::NodeId& id) {
  const document::Node* node = document.find(id);
  if (node == nullptr) return {};
  const auto siblings = document.children(node->place.parent, node->place.slot);
  const auto at = std::ranges::find(siblings, id, &document::Child::id) - siblings.begin();
  const std::string slot = node->place.parent.is_root() ? "" : pointer_to(document, node->place.parent) + "/children";
  return slot + "/" + node->place.slot + "/" + std::to_string(at);
}

Problem problem_of(const char* title, const RefusedNode& refused, const document::Document& document) {
  return Problem::validation(
      title, {{"/structure" + pointer_to(document, refused.id), refused.message, "component_not_offered"}});
}

}  // namespace pagewright::collaboration
