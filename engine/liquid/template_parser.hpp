// Parses a whole template into a tree.
#pragma once

#include "engine/liquid/diagnostic_list.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

// Reports every fault that it finds and leaves the faulty tags out of the tree. Blocks may nest `most_nested` deep.
[[nodiscard]] Block parse_template(std::string_view source, unsigned most_nested, DiagnosticList& faults);

}  // namespace pagewright::liquid
