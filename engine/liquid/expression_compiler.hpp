// Compiles operands, filters and conditions.
#pragma once

#include <string_view>

#include "engine/liquid/bytecode_builder.hpp"
#include "engine/liquid/diagnostic_list.hpp"
#include "engine/liquid/scope.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

class ExpressionCompiler {
 public:
  ExpressionCompiler(const CompileOptions& options, BytecodeBuilder& builder, DiagnosticList& faults)
      : options_(options), builder_(builder), faults_(faults) {}

  // Whose names the next expressions use.
  void set_scope(Scope& scope) { scope_ = &scope; }

  // Each pushes one value. empty and blank are empty texts, but for comparisons.
  void push(const Expression& expression);
  void push_compared(const Expression& expression);
  void push(const FilteredExpression& filtered) { push(filtered, filtered.filters.size()); }
  // With the first `count` filters only: the last one of an output may be the output's own affair.
  void push(const FilteredExpression& filtered, std::size_t count);

  // Goes on where the condition holds, and jumps where it does not.
  void jump_unless(const Condition& condition, BytecodeBuilder::Jumps& jumps);

  // Emits the call of a markup filter, its input pushed before.
  void output_markup(const MarkupFilter& filter, const FilterCall& call);
  [[nodiscard]] const MarkupFilter* find_markup(std::string_view name) const;

 private:
  void push_path(const Path& path, std::uint32_t offset);
  void push_named(const Path& path, std::uint32_t offset);
  void push_loop_field(const Path& path, bool is_table, std::uint32_t offset);
  void push_node_id(const Path& path, std::uint32_t offset);
  void push_steps(std::span<const PathStep> steps);
  [[nodiscard]] static std::optional<std::string_view> literal_name(const PathStep& step);
  void apply(const FilterCall& call);
  void refuse_arguments(const Filter& filter, const FilterCall& call);
  void push_arguments(const Filter& filter, const FilterCall& call);

  const CompileOptions& options_;
  BytecodeBuilder& builder_;
  Scope* scope_ = nullptr;
  DiagnosticList& faults_;
};

}  // namespace pagewright::liquid
