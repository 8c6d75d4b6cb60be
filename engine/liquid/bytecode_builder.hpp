// Writes a Bytecode: gathers texts, shares constants, joins instructions that often stand together, resolves jumps.
#pragma once

#include <algorithm>

#include "engine/liquid/bytecode.hpp"
#include "engine/liquid/escape.hpp"

namespace pagewright::liquid {

class BytecodeBuilder {
 public:
  // Jumps whose target is not known yet.
  using Jumps = std::vector<std::uint32_t>;

  void append_text(std::string_view text) { pending_ += text; }
  std::uint32_t emit(Instruction instruction);
  void emit_output(OutputEscape escape);
  void emit_constant(const Value& value);
  void emit_editable(std::string_view text);

  void jump(Operation operation, Jumps& jumps);
  // Lets the jumps arrive at the next instruction.
  void arrive(const Jumps& jumps);
  // The next instruction, as the target of a jump backwards.
  [[nodiscard]] std::uint32_t here();

  [[nodiscard]] std::uint32_t variable(std::string_view name);
  [[nodiscard]] std::uint32_t string(std::string_view text);
  [[nodiscard]] std::uint32_t filter(FilterFunction function);
  [[nodiscard]] std::uint32_t markup_call(MarkupCall call);
  [[nodiscard]] std::uint32_t new_local() { return code_.locals++; }
  // Loops are numbered by how deep they nest.
  void use_loop(std::uint32_t loop) { code_.loops = std::max(code_.loops, loop + 1); }

  [[nodiscard]] Bytecode finish();

 private:
  void flush_text();
  // The last instruction if it may be joined with the next: nothing jumps between them.
  [[nodiscard]] Instruction* last();
  // Joins "variable == 'text'" with the jump that follows it: most conditions of a component are such.
  [[nodiscard]] bool join_text_test(Operation jump);

  Bytecode code_;
  std::string pending_;
  std::size_t barrier_ = 0;
};

}  // namespace pagewright::liquid
