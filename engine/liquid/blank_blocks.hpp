// Liquid puts out nothing for a block that holds nothing but white space and tags that put out nothing.
#pragma once

#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

// Whether a block can put out nothing but white space of its own text.
[[nodiscard]] bool is_blank(const Block& block);
[[nodiscard]] bool is_blank(const Node& node);

// Drops the text of all branches where all of them are blank.
void drop_blank_text(IfNode& node);
void drop_blank_text(CaseNode& node, const Block& before_first);
void drop_blank_text(ForNode& node);

}  // namespace pagewright::liquid
