#include "engine/liquid/block_compiler.hpp"

#include <algorithm>
#include <utility>

#include "engine/liquid/blank_blocks.hpp"
#include "engine/liquid/html_nesting.hpp"

namespace pagewright::liquid {

BlockCompiler::BlockCompiler(const CompileOptions& options, DiagnosticList& faults)
    : options_(options),
      faults_(faults),
      partials_(options, faults),
      expressions_(options, builder_, faults),
      scanner_(context_, *this, faults, options.is_component && options.escape == Escape::html) {}

Bytecode BlockCompiler::run(const Block& block, std::uint32_t source_size) {
  builder_.set_error_mode(options_.errors);
  enter_unit(block, {}, Scope::Outside::variables);
  if (is_component()) context_.edge = Edge::tag;
  compile(block, reach_of(is_component() ? Edge::tag : Edge::other));
  leave_unit();
  if (is_html() && faults_.is_empty()) scanner_.finish(source_size);
  return builder_.finish();
}

void BlockCompiler::operator()(const TextNode& node) {
  if (is_html())
    scanner_.read(node.text, offset_, next_.edge(), blocks_ == 0);
  else
    builder_.append_text(node.text);
}

void BlockCompiler::operator()(const OutputNode& node) {
  const auto& filters = node.value.filters;
  const OutputPlace place = is_html() ? place_of_output() : OutputPlace{OutputEscape::none, {}};
  const FilterCall* last = filters.empty() ? nullptr : &filters.back();
  const MarkupFilter* markup = last ? expressions_.find_markup(last->name) : nullptr;
  const bool in_element = is_html() && context_.state == HtmlState::text;
  const bool yields_breaks = last && last->name == "newline_to_br";
  constexpr std::string_view breaks[] = {"br"};
  if (in_element && (markup || yields_breaks))
    check_markup(markup ? markup->elements : breaks, "What this filter puts out");
  if (markup && (in_element || options_.escape == Escape::none)) {
    expressions_.push(node.value, filters.size() - 1);
    expressions_.output_markup(*markup, *last);
  } else if (yields_breaks && in_element) {
    expressions_.push(node.value, filters.size() - 1);
    builder_.emit_output(OutputEscape::html_with_breaks);
  } else {
    expressions_.push(node.value);
    builder_.emit_output(place.escape);
  }
}

void BlockCompiler::operator()(const IfNode& node) {
  Jumps ends;
  begin_branches();
  bool has_else = false;
  for (const IfBranch& branch : node.branches) {
    Jumps skips;
    Jumps enters;
    has_else = branch.condition.empty();
    if (branch.is_negated) {
      expressions_.jump_unless(branch.condition, enters);
      builder_.jump(Operation::jump, skips);
      builder_.arrive(enters);
    } else {
      expressions_.jump_unless(branch.condition, skips);
    }
    compile_branch(branch.body);
    if (&branch != &node.branches.back()) builder_.jump(Operation::jump, ends);
    builder_.arrive(skips);
  }
  builder_.arrive(ends);
  end_branches(!has_else);
}

void BlockCompiler::operator()(const CaseNode& node) {
  const std::uint32_t subject = builder_.new_local();
  expressions_.push(node.subject);
  builder_.emit({.operation = Operation::store_local, .first = subject});
  if (options_.escape == Escape::html)
    compile_first_match(node, subject);
  else
    compile_all_matches(node, subject);
}

void BlockCompiler::compile_first_match(const CaseNode& node, std::uint32_t subject) {
  Jumps ends;
  begin_branches();
  bool has_else = false;
  for (const WhenBranch& branch : node.branches) {
    Jumps enters;
    Jumps skips;
    const bool is_else = branch.values.empty();
    has_else = has_else || is_else;
    for (const Expression& value : branch.values) {
      builder_.emit({.operation = Operation::push_local, .first = subject});
      expressions_.push_compared(value);
      builder_.emit_compare(Comparison::equal);
      builder_.jump(Operation::jump_if_true, enters);
    }
    if (!is_else) builder_.jump(Operation::jump, skips);
    builder_.arrive(enters);
    compile_branch(branch.body);
    if (&branch != &node.branches.back()) builder_.jump(Operation::jump, ends);
    builder_.arrive(skips);
  }
  builder_.arrive(ends);
  end_branches(!has_else);
}

void BlockCompiler::compile_all_matches(const CaseNode& node, std::uint32_t subject) {
  const bool has_else = std::ranges::any_of(node.branches, [](const auto& branch) { return branch.values.empty(); });
  std::optional<std::uint32_t> has_matched;
  if (has_else) {
    has_matched = builder_.new_local();
    builder_.emit_constant(Value::of(false));
    builder_.emit({.operation = Operation::store_local, .first = *has_matched});
  }
  for (const WhenBranch& branch : node.branches) {
    begin_branches();
    if (!branch.values.empty()) {
      compile_matching_branch(branch, subject, has_matched);
    } else {
      Jumps skips;
      builder_.emit({.operation = Operation::push_local, .first = *has_matched});
      builder_.jump(Operation::jump_if_true, skips);
      compile_branch(branch.body);
      builder_.arrive(skips);
    }
    end_branches(true);
  }
}

// Each value is tried in turn. Behind the body a local says which test comes next.
void BlockCompiler::compile_matching_branch(const WhenBranch& branch, std::uint32_t subject,
                                            std::optional<std::uint32_t> has_matched) {
  const std::uint32_t next_test = builder_.new_local();
  std::vector<std::uint32_t> tests;
  Jumps enters;
  Jumps skips;
  for (std::size_t i = 0; i < branch.values.size(); ++i) {
    tests.push_back(builder_.here());
    builder_.emit({.operation = Operation::push_local, .first = subject});
    expressions_.push_compared(branch.values[i]);
    builder_.emit_compare(Comparison::equal);
    Jumps misses;
    builder_.jump(Operation::jump_if_false, misses);
    builder_.emit_constant(Value::of(static_cast<std::int64_t>(i + 1)));
    builder_.emit({.operation = Operation::store_local, .first = next_test});
    builder_.jump(Operation::jump, enters);
    builder_.arrive(misses);
  }
  builder_.jump(Operation::jump, skips);
  builder_.arrive(enters);
  if (has_matched) {
    builder_.emit_constant(Value::of(true));
    builder_.emit({.operation = Operation::store_local, .first = *has_matched});
  }
  compile_branch(branch.body);
  for (std::size_t i = 1; i < branch.values.size(); ++i) {
    builder_.emit({.operation = Operation::push_local, .first = next_test});
    builder_.emit_constant(Value::of(static_cast<std::int64_t>(i)));
    builder_.emit_compare(Comparison::equal);
    builder_.jump_back(Operation::jump_if_true, tests[i]);
  }
  builder_.arrive(skips);
}

void BlockCompiler::operator()(const AssignNode& node) {
  expressions_.push(node.value);
  builder_.emit({.operation = Operation::store_local, .first = scope().assign(node.variable)});
}

// A captured text is plain text: it is escaped where it is put out.
void BlockCompiler::operator()(const CaptureNode& node) {
  builder_.emit({.operation = Operation::begin_capture});
  const std::size_t mark = scope().enter_block();
  captures_.push_back(scope().assign(node.variable));
  scope().leave_block(mark);
  compile_inner(node.body, reach_of(Edge::other));
  captures_.pop_back();
  builder_.emit({.operation = Operation::end_capture, .first = scope().assign(node.variable)});
}

void BlockCompiler::compile(const Block& block, const Reach& after) {
  std::vector<Reach> following(block.size() + 1, after);
  for (std::size_t i = block.size(); i > 0; --i)
    following[i - 1] = then(first_of(std::span(block).subspan(i - 1, 1)), following[i]);
  for (std::size_t i = 0; i < block.size(); ++i) {
    offset_ = block[i].offset;
    next_ = following[i + 1];
    reach_boundary(block[i]);
    const Reach next = next_;
    compile_node(block[i]);
    next_ = next;
  }
}

void BlockCompiler::compile_node(const Node& node) {
  const bool may_fail = !is_silent() && !std::holds_alternative<TextNode>(node.form);
  const std::uint32_t begin = may_fail ? builder_.here() : 0;
  std::visit(*this, node.form);
  if (!may_fail) return;
  const Place place = place_of(faults_.source().text, node.offset);
  const bool is_blank_node = !std::holds_alternative<OutputNode>(node.form) && is_blank(node);
  const std::string_view partial = faults_.source().partial;
  builder_.add_span({begin, builder_.here(), place.line, place.column, is_blank_node,
                     partial.empty() ? 0 : builder_.string(partial) + 1});
}

void BlockCompiler::reach_boundary(const Node& node) {
  if (!is_html() || std::holds_alternative<TextNode>(node.form)) return;
  if (std::holds_alternative<EditableNode>(node.form)) context_.owes_space = false;  // it brings a space of its own
  scanner_.reach_boundary(offset_, std::holds_alternative<OutputNode>(node.form));
}

void BlockCompiler::compile_inner(const Block& block, const Reach& after) {
  const std::size_t mark = scope().enter_block();
  ++blocks_;
  compile(block, after);
  --blocks_;
  scope().leave_block(mark);
}

// What comes from elsewhere stands where the template could hold such elements itself.
void BlockCompiler::check_markup(std::span<const std::string_view> elements, std::string_view subject) {
  for (const std::string_view element : elements) {
    const std::string problem = fault_of_nesting(context_.open, element, context_.is_foreign());
    if (!problem.empty()) return fault(std::string(subject) + " cannot stand here. " + problem);
  }
}

OutputPlace BlockCompiler::place_of_output() {
  OutputPlace place = place_output(context_);
  if (!place.fault.empty())
    fault(std::move(place.fault));
  else if (is_component() && context_.state == HtmlState::text && context_.open.empty())
    fault("A component is one root element and nothing beside it.");
  return place;
}

void BlockCompiler::compile_branch(const Block& body) {
  context_ = branches_.back().start;
  compile_inner(body, next_);
  end_branch(branches_.back().offset);
}

void BlockCompiler::end_branch(std::uint32_t offset) {
  Branches& branches = branches_.back();
  if (is_html()) scanner_.reach_boundary(offset, false);  // a branch ends with a tag of Liquid too
  if (!branches.end) {
    branches.end = context_;
  } else if (auto joined = join(*branches.end, context_)) {
    branches.end = std::move(joined);
  } else if (is_html()) {
    faults_.report(offset, "The branches of this block end in different places of HTML: one " +
                               describe(*branches.end) + ", another " + describe(context_) +
                               ". Open and close every element, attribute and CSS declaration within one branch.");
  }
}

void BlockCompiler::end_branches(bool may_skip) {
  const std::uint32_t offset = branches_.back().offset;
  if (may_skip) {
    context_ = branches_.back().start;
    end_branch(offset);
  }
  context_ = *branches_.back().end;
  branches_.pop_back();
}

}  // namespace pagewright::liquid
