// Parses a whole template into a tree.
#pragma once

#include "engine/liquid/diagnostic_list.hpp"
#include "engine/liquid/program.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

// Reports every fault that it finds and leaves the faulty tags out of the tree. Blocks may nest `most_nested` deep.
// Templates of components are held to more than Liquid's own rules: what Liquid skips in silence is a fault there.
[[nodiscard]] Block parse_template(std::string_view source, unsigned most_nested, ErrorMode mode,
                                   DiagnosticList& faults);

}  // namespace pagewright::liquid
