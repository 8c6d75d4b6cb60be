// Compiles the nodes of a template one after the other and follows where in HTML they stand.
#pragma once

#include <functional>
#include <memory>

#include "engine/liquid/edges.hpp"
#include "engine/liquid/expression_compiler.hpp"
#include "engine/liquid/html_scanner.hpp"
#include "engine/liquid/partial_set.hpp"

namespace pagewright::liquid {

class BlockCompiler final : private HtmlSink {
 public:
  BlockCompiler(const CompileOptions& options, DiagnosticList& faults);

  [[nodiscard]] Bytecode run(const Block& block, std::uint32_t source_size);

  void operator()(const TextNode& node);
  void operator()(const OutputNode& node);
  void operator()(const IfNode& node);
  void operator()(const CaseNode& node);
  void operator()(const ForNode& node);
  void operator()(const TableRowNode& node);
  void operator()(const AssignNode& node);
  void operator()(const CaptureNode& node);
  void operator()(const CycleNode& node);
  void operator()(const CounterNode& node);
  void operator()(const IfChangedNode& node);
  void operator()(const RenderNode& node);
  void operator()(const BreakNode& node);
  void operator()(const ContinueNode& node);
  void operator()(const SlotNode& node);
  void operator()(const EditableNode& node);

 private:
  using Jumps = BytecodeBuilder::Jumps;

  // A loop being compiled: where break and continue go, and the place in HTML that they must stand in.
  struct LoopTarget {
    Jumps ends;
    Jumps continues;
    HtmlContext context;
    std::size_t captures;
  };

  // The template itself or a partial in it: names and loops of its own.
  struct Unit {
    Scope scope;
    std::size_t outer_loops;
    std::size_t outer_captures;
    Jumps exits;  // break and continue outside of loops
  };

  // Where the branches of the present block began, and where those compiled so far end.
  struct Branches {
    HtmlContext start;
    std::optional<HtmlContext> end;
    std::uint32_t offset;
  };

  // A loop's instructions, around what its body is.
  struct LoopPlan {
    Instruction begin;  // the collection and its options are pushed
    std::optional<std::uint32_t> memory;
    Reach first;  // what the body begins and ends with
    Reach last;
    std::function<void()> body;
    const Block* otherwise = nullptr;
  };

  [[nodiscard]] bool is_html() const { return options_.escape == Escape::html && captures_.empty(); }
  [[nodiscard]] bool is_component() const { return options_.escape == Escape::html && options_.is_component; }
  [[nodiscard]] bool is_silent() const { return options_.errors == ErrorMode::silent; }
  [[nodiscard]] Scope& scope() { return units_.back()->scope; }
  void fault(std::string message) { faults_.report(offset_, std::move(message)); }

  void append(std::string_view text) override { builder_.append_text(text); }
  void append_root_class() override { builder_.emit({.operation = Operation::root_class}); }
  void append_root_attributes() override { builder_.emit({.operation = Operation::root_attributes}); }

  // `after`: what may follow the block in the output.
  void compile(const Block& block, const Reach& after);
  void compile_node(const Node& node);
  void compile_inner(const Block& block, const Reach& after);
  void reach_boundary(const Node& node);
  [[nodiscard]] OutputPlace place_of_output();
  void check_markup(std::span<const std::string_view> elements, std::string_view subject);

  void begin_branches() { branches_.push_back({context_, std::nullopt, offset_}); }
  void compile_branch(const Block& body);
  void end_branch(std::uint32_t offset);
  // `may_skip`: none of the branches may be taken.
  void end_branches(bool may_skip);
  void compile_first_match(const CaseNode& node, std::uint32_t subject);
  // Liquid's own reading: every value that fits puts its branch out.
  void compile_all_matches(const CaseNode& node, std::uint32_t subject);
  void compile_matching_branch(const WhenBranch& branch, std::uint32_t subject,
                               std::optional<std::uint32_t> has_matched);

  void compile_loop(const LoopPlan& plan);
  [[nodiscard]] Instruction push_loop_head(const LoopHead& head);
  void enter_loop_scope(const LoopHead& head, const Instruction& begin, bool is_table);
  void leave_loop_scope();
  void compile_cell(const TableRowNode& node, const Instruction& begin, const Reach& after);
  void check_loop_place(std::uint32_t offset, std::string_view sentence);
  void leave_loop(std::string_view name, bool continues);
  void compile_literal(std::string_view html);
  void output_number(std::uint32_t loop, LoopField field);

  void compile_render(const RenderNode& node, const PartialSet::Parsed& partial);
  void compile_partial_call(const RenderNode& node, const PartialSet::Parsed& partial,
                            std::optional<std::uint32_t> item);
  void compile_include(const RenderNode& node);
  void include(const RenderNode& node, const PartialSet::Parsed& partial);
  [[nodiscard]] bool may_nest(const PartialSet::Parsed& partial);
  void enter_unit(const Block& block, std::span<const std::string_view> parameters, Scope::Outside outside);
  void leave_unit();
  void compile_partial_block(const PartialSet::Parsed& partial);

  const CompileOptions& options_;
  DiagnosticList& faults_;
  BytecodeBuilder builder_;
  PartialSet partials_;
  ExpressionCompiler expressions_;
  HtmlContext context_;
  HtmlScanner scanner_;
  std::vector<std::unique_ptr<Unit>> units_;
  std::vector<Branches> branches_;
  std::vector<LoopTarget> loops_;
  std::vector<std::uint32_t> captures_;   // the locals that open captures go to
  std::optional<std::uint32_t> changed_;  // the local of what {% ifchanged %} put out last
  std::vector<std::string_view> partial_stack_;
  std::size_t partial_count_ = 0;
  Reach next_;
  std::uint32_t offset_ = 0;
  unsigned blocks_ = 0;
};

}  // namespace pagewright::liquid
