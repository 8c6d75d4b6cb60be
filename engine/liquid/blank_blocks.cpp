#include "engine/liquid/blank_blocks.hpp"

#include <algorithm>

#include "engine/liquid/lexer.hpp"

namespace pagewright::liquid {
namespace {

struct Blankness {
  bool operator()(const TextNode& node) const {
    return node.is_raw ? node.text.empty() : std::ranges::all_of(node.text, is_white_space);
  }
  bool operator()(const IfNode& node) const {
    return std::ranges::all_of(node.branches, [](const IfBranch& branch) { return is_blank(branch.body); });
  }
  bool operator()(const CaseNode& node) const {
    return std::ranges::all_of(node.branches, [](const WhenBranch& branch) { return is_blank(branch.body); });
  }
  bool operator()(const ForNode& node) const { return is_blank(node.body) && is_blank(node.otherwise); }
  bool operator()(const TableRowNode& node) const { return is_blank(node.body); }
  bool operator()(const IfChangedNode& node) const { return is_blank(node.body); }
  bool operator()(const AssignNode&) const { return true; }
  bool operator()(const CaptureNode&) const { return true; }
  bool operator()(const auto&) const { return false; }
};

void drop_text(Block& block) {
  std::erase_if(block, [](const Node& node) {
    const auto* text = std::get_if<TextNode>(&node.form);
    return text && !text->is_raw;
  });
}

}  // namespace

bool is_blank(const Node& node) {
  return std::visit(Blankness(), node.form);
}

bool is_blank(const Block& block) {
  return std::ranges::all_of(block, [](const Node& node) { return is_blank(node); });
}

void drop_blank_text(IfNode& node) {
  if (!Blankness()(node)) return;
  for (IfBranch& branch : node.branches) drop_text(branch.body);
}

void drop_blank_text(CaseNode& node, const Block& before_first) {
  if (!is_blank(before_first) || !Blankness()(node)) return;
  for (WhenBranch& branch : node.branches) drop_text(branch.body);
}

void drop_blank_text(ForNode& node) {
  if (!Blankness()(node)) return;
  drop_text(node.body);
  drop_text(node.otherwise);
}

}  // namespace pagewright::liquid
