// Writes a Bytecode: gathers texts, shares constants, joins instructions that often stand together, resolves jumps.
#pragma once

#include <algorithm>
#include <unordered_map>

#include "engine/liquid/bytecode.hpp"
#include "engine/liquid/escape.hpp"
#include "engine/liquid/syntax_tree.hpp"

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
  void emit_special(Special special, std::uint32_t first = 0, std::uint32_t second = 0, std::uint16_t wide = 0);
  // Computed here and now where the operands are constants.
  void emit_range();
  void emit_compare(Comparison comparison);
  void emit_filter(FilterFunction function, std::uint8_t arguments);
  void emit_raise(std::string_view message);

  void jump(Operation operation, Jumps& jumps);
  // Lets the jumps arrive at the next instruction.
  void arrive(const Jumps& jumps);
  // The next instruction, as the target of a jump backwards.
  [[nodiscard]] std::uint32_t here();
  void jump_back(Operation operation, std::uint32_t target) { emit({.operation = operation, .second = target}); }
  void add_span(const NodeSpan& span) { code_.spans.push_back(span); }
  void set_error_mode(ErrorMode mode) { code_.errors = mode; }
  [[nodiscard]] std::size_t text_size() const { return code_.text.size(); }
  [[nodiscard]] std::size_t instruction_count() const { return code_.instructions.size(); }

  [[nodiscard]] std::uint32_t variable(std::string_view name);
  [[nodiscard]] std::uint32_t string(std::string_view text);
  [[nodiscard]] std::uint32_t filter(FilterFunction function);
  [[nodiscard]] std::uint32_t markup_call(MarkupCall call);
  [[nodiscard]] std::uint32_t bound_names(std::vector<NamedLocal> names);
  [[nodiscard]] std::uint16_t scope_names(std::vector<NamedLocal> names);
  [[nodiscard]] std::uint32_t new_local() { return code_.locals++; }
  [[nodiscard]] std::uint32_t local_count() const { return code_.locals; }
  // Loops are numbered by how deep they nest.
  void use_loop(std::uint32_t loop) { code_.loops = std::max(code_.loops, loop + 1); }

  [[nodiscard]] Bytecode finish();

 private:
  void flush_text();
  // The last instruction if it may be joined with the next: nothing jumps between them.
  [[nodiscard]] Instruction* last();
  [[nodiscard]] std::uint32_t constant(const Value& value);
  // The last `count` instructions if all of them push constants and nothing jumps between them, else none.
  [[nodiscard]] std::vector<Value> last_constants(std::size_t count) const;
  void replace_by_constant(std::size_t count, const Value& value);
  // Joins "variable == 'text'" with the jump that follows it: most conditions of a component are such.
  [[nodiscard]] bool join_text_test(Operation jump);

  Bytecode code_;
  std::unordered_map<std::string, std::uint32_t> variables_;
  std::unordered_map<std::string_view, std::uint32_t> strings_;  // views of code_.strings
  std::string pending_;
  std::size_t barrier_ = 0;
};

}  // namespace pagewright::liquid
