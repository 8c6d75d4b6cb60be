#include "engine/liquid/program.hpp"

#include <utility>

#include "engine/liquid/bytecode.hpp"
#include "engine/liquid/compiler.hpp"
#include "engine/liquid/machine.hpp"
#include "engine/liquid/template_parser.hpp"

namespace pagewright::liquid {

struct Program::Code {
  Bytecode bytecode;
};

Program::Program(std::unique_ptr<const Code> code) : code_(std::move(code)) {}
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

std::expected<Program, std::vector<Diagnostic>> Program::compile(std::string_view source,
                                                                 const CompileOptions& options) {
  if (source.size() > most_template_bytes)
    return std::unexpected(std::vector{Diagnostic{"A template may have 131072 bytes at most.", 1, 1}});
  DiagnosticList faults(source);
  const Block block = parse_template(source, Limits{}.depth, options.errors, faults);
  if (!faults.is_empty()) return std::unexpected(faults.take());
  auto code = std::make_unique<Code>(compile_block(block, static_cast<std::uint32_t>(source.size()), options, faults));
  if (!faults.is_empty()) return std::unexpected(faults.take());
  return Program(std::move(code));
}

std::span<const std::string> Program::variables() const {
  return code_->bytecode.variables;
}

Result<void> Program::render(std::span<const json::Value* const> values, std::string_view node_id, Host* host,
                             TextWriter& out, const Limits& limits) const {
  return Machine(code_->bytecode, values, node_id, host, out, limits).run();
}

Result<void> Program::render(std::span<const json::Value* const> values, std::string_view node_id, Host* host,
                             std::string& out, const Limits& limits) const {
  TextWriter writer(out);
  return render(values, node_id, host, writer, limits);
}

}  // namespace pagewright::liquid
