// Compiles a template's tree, proving for every output where in HTML it stands.
#pragma once

#include "engine/liquid/bytecode.hpp"
#include "engine/liquid/diagnostic_list.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

// The result may be run only where `faults` is still empty.
[[nodiscard]] Bytecode compile_block(const Block& block, std::uint32_t source_size, const CompileOptions& options,
                                     DiagnosticList& faults);

}  // namespace pagewright::liquid
