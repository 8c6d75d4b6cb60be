#include "engine/liquid/compiler.hpp"

#include "engine/liquid/block_compiler.hpp"

namespace pagewright::liquid {

Bytecode compile_block(const Block& block, std::uint32_t source_size, const CompileOptions& options,
                       DiagnosticList& faults) {
  return BlockCompiler(options, faults).run(block, source_size);
}

}  // namespace pagewright::liquid
