#include "engine/liquid/compiler.hpp"

#include <algorithm>
#include <utility>

#include "engine/liquid/edges.hpp"
#include "engine/liquid/expression_compiler.hpp"
#include "engine/liquid/html_scanner.hpp"

namespace pagewright::liquid {
namespace {

using Jumps = BytecodeBuilder::Jumps;

// A loop being compiled: where break and continue go, and the place in HTML that they must stand in.
struct LoopTarget {
  Jumps ends;
  Jumps continues;
  HtmlContext context;
  unsigned captures;
};

class Compiler final : private HtmlSink {
 public:
  Compiler(const Block& block, const CompileOptions& options, DiagnosticList& faults)
      : options_(options),
        faults_(faults),
        scope_(block, builder_),
        expressions_(options, builder_, scope_, faults),
        scanner_(context_, *this, faults, options.is_component && options.escape == Escape::html) {}

  Bytecode run(const Block& block, std::uint32_t source_size) {
    if (is_component()) context_.edge = Edge::tag;
    compile(block, reach_of(is_component() ? Edge::tag : Edge::other));
    if (is_html() && faults_.is_empty()) scanner_.finish(source_size);
    return builder_.finish();
  }

  void operator()(const TextNode& node) {
    if (is_html())
      scanner_.read(node.text, offset_, next_.edge(), blocks_ == 0);
    else
      builder_.append_text(node.text);
  }

  void operator()(const OutputNode& node) {
    const auto& filters = node.value.filters;
    const OutputPlace place = is_html() ? place_of_output() : OutputPlace{OutputEscape::none, {}};
    const FilterCall* last = filters.empty() ? nullptr : &filters.back();
    const MarkupFilter* markup = last ? expressions_.find_markup(last->name) : nullptr;
    const bool in_element = is_html() && context_.state == HtmlState::text;
    if (markup && (in_element || options_.escape == Escape::none)) {
      expressions_.push(node.value, filters.size() - 1);
      expressions_.output_markup(*markup, *last);
    } else if (last && last->name == "newline_to_br" && in_element) {
      expressions_.push(node.value, filters.size() - 1);
      builder_.emit_output(OutputEscape::html_with_breaks);
    } else {
      expressions_.push(node.value);
      builder_.emit_output(place.escape);
    }
  }

  void operator()(const IfNode& node) {
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

  void operator()(const CaseNode& node) {
    const std::uint32_t subject = builder_.new_local();
    expressions_.push(node.subject);
    builder_.emit({.operation = Operation::store_local, .first = subject});
    Jumps ends;
    begin_branches();
    bool has_else = false;
    for (const WhenBranch& branch : node.branches) {
      Jumps enters;
      Jumps skips;
      has_else = branch.values.empty();
      for (const Expression& value : branch.values) {
        builder_.emit({.operation = Operation::push_local, .first = subject});
        expressions_.push(value);
        builder_.emit({.operation = Operation::compare, .small = static_cast<std::uint8_t>(Comparison::equal)});
        builder_.jump(Operation::jump_if_true, enters);
      }
      if (!has_else) builder_.jump(Operation::jump, skips);
      builder_.arrive(enters);
      compile_branch(branch.body);
      if (&branch != &node.branches.back()) builder_.jump(Operation::jump, ends);
      builder_.arrive(skips);
    }
    builder_.arrive(ends);
    end_branches(!has_else);
  }

  void operator()(const ForNode& node) {
    const auto loop = static_cast<std::uint32_t>(scope_.loops().size());
    const std::uint32_t item = builder_.new_local();
    builder_.use_loop(loop);
    expressions_.push(node.collection);
    if (node.limit) expressions_.push(*node.limit);
    if (node.offset) expressions_.push(*node.offset);
    const int flags = (node.limit ? loop_has_limit : 0) | (node.offset ? loop_has_offset : 0) |
                      (node.is_reversed ? loop_is_reversed : 0);
    if (item > UINT16_MAX) faults_.report(offset_, "The template has too many variables.");
    const Instruction step{
        .small = static_cast<std::uint8_t>(flags), .wide = static_cast<std::uint16_t>(item), .first = loop};

    Jumps no_items;
    Instruction begin = step;
    begin.operation = Operation::begin_loop;
    no_items.push_back(builder_.emit(begin));
    Instruction next = step;
    next.operation = Operation::next_loop;
    next.second = builder_.here();

    begin_branches();
    scope_.enter_loop({node.variable, item});
    compile_loop_body(node);
    scope_.leave_loop();
    LoopTarget target = std::move(loops_.back());
    loops_.pop_back();
    builder_.arrive(target.continues);
    builder_.emit(next);
    if (!node.otherwise.empty()) builder_.jump(Operation::jump, target.ends);
    builder_.arrive(no_items);
    if (!node.otherwise.empty()) compile_branch(node.otherwise);
    builder_.arrive(target.ends);
    end_branches(node.otherwise.empty());
  }

  void operator()(const AssignNode& node) {
    expressions_.push(node.value);
    builder_.emit({.operation = Operation::store_local, .first = scope_.assign(node.variable)});
  }

  // A captured text is plain text: it is escaped where it is put out.
  void operator()(const CaptureNode& node) {
    builder_.emit({.operation = Operation::begin_capture});
    ++captures_;
    compile_inner(node.body, reach_of(Edge::other));
    --captures_;
    builder_.emit({.operation = Operation::end_capture, .first = scope_.assign(node.variable)});
  }

  void operator()(const BreakNode&) { leave_loop("break", loops_.back().ends); }
  void operator()(const ContinueNode&) { leave_loop("continue", loops_.back().continues); }

  void operator()(const SlotNode& node) {
    if (!options_.is_component) return fault("Only components have slots.");
    if (std::ranges::find(options_.slots, node.name) == options_.slots.end())
      return fault("This component has no slot called \"" + std::string(node.name) + "\".");
    const bool in_element = is_html() && context_.state == HtmlState::text && !context_.open.empty();
    if (!in_element && options_.escape == Escape::html)
      return fault("A slot can only stand in the content of an element.");
    context_.edge = Edge::tag;
    builder_.emit({.operation = Operation::slot, .first = builder_.string(node.name)});
  }

  void operator()(const EditableNode& node) {
    const bool in_tag =
        is_html() && (context_.state == HtmlState::before_attribute || context_.state == HtmlState::after_attribute);
    if (!options_.is_component) return fault("Only components have editable elements.");
    if (!in_tag) return fault("{% editable %} stands in a start tag: <h2 {% editable title %}>.");
    if (scope_.find_local(node.prop)) return fault("{% editable %} names a prop, not a variable of the template.");
    context_.state = HtmlState::after_attribute;
    builder_.emit_editable(" data-edit=\"" + std::string(node.prop) + "\"");
  }

 private:
  // Where the branches of the present block began, and where those compiled so far end.
  struct Branches {
    HtmlContext start;
    std::optional<HtmlContext> end;
    std::uint32_t offset;
  };

  [[nodiscard]] bool is_html() const { return options_.escape == Escape::html && captures_ == 0; }
  [[nodiscard]] bool is_component() const { return options_.escape == Escape::html && options_.is_component; }
  void fault(std::string message) { faults_.report(offset_, std::move(message)); }

  void append(std::string_view text) override { builder_.append_text(text); }
  void append_root_class() override { builder_.emit({.operation = Operation::root_class}); }
  void append_root_attributes() override { builder_.emit({.operation = Operation::root_attributes}); }

  // `after`: what may follow the block in the output.
  void compile(const Block& block, const Reach& after) {
    std::vector<Reach> following(block.size() + 1, after);
    for (std::size_t i = block.size(); i > 0; --i)
      following[i - 1] = then(first_of(std::span(block).subspan(i - 1, 1)), following[i]);
    for (std::size_t i = 0; i < block.size(); ++i) {
      offset_ = block[i].offset;
      next_ = following[i + 1];
      reach_boundary(block[i]);
      const Reach next = next_;
      std::visit(*this, block[i].form);
      next_ = next;
    }
  }

  void reach_boundary(const Node& node) {
    if (!is_html() || std::holds_alternative<TextNode>(node.form)) return;
    if (std::holds_alternative<EditableNode>(node.form)) context_.owes_space = false;  // it brings a space of its own
    scanner_.reach_boundary(offset_, std::holds_alternative<OutputNode>(node.form));
  }

  void compile_inner(const Block& block, const Reach& after) {
    const std::size_t mark = scope_.enter_block();
    ++blocks_;
    compile(block, after);
    --blocks_;
    scope_.leave_block(mark);
  }

  OutputPlace place_of_output() {
    OutputPlace place = place_output(context_);
    if (!place.fault.empty())
      fault(std::move(place.fault));
    else if (is_component() && context_.state == HtmlState::text && context_.open.empty())
      fault("A component is one root element and nothing beside it.");
    return place;
  }

  void begin_branches() { branches_.push_back({context_, std::nullopt, offset_}); }

  void compile_branch(const Block& body) {
    context_ = branches_.back().start;
    compile_inner(body, next_);
    end_branch(branches_.back().offset);
  }

  void end_branch(std::uint32_t offset) {
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

  // `may_skip`: none of the branches may be taken.
  void end_branches(bool may_skip) {
    const std::uint32_t offset = branches_.back().offset;
    if (may_skip) {
      context_ = branches_.back().start;
      end_branch(offset);
    }
    context_ = *branches_.back().end;
    branches_.pop_back();
  }

  void compile_loop_body(const ForNode& node) {
    HtmlContext start = branches_.back().start;
    const Reach body_last = last_of(node.body);
    if (start.edge == Edge::tag && (body_last.other || !body_last.tag)) start.edge = Edge::other;
    if (start.edge == Edge::space) start.edge = Edge::other;
    context_ = start;
    loops_.push_back({{}, {}, start, captures_});
    const std::uint32_t offset = offset_;
    compile_inner(node.body, either(then(first_of(node.body), next_), next_));
    if (is_html()) {
      scanner_.reach_boundary(offset, false);
      check_loop_place(offset, "The loop's body must end where it began in HTML");
    }
    context_.is_unreachable = false;  // what follows the loop is reached by break, or with no item
    end_branch(offset);
  }

  void check_loop_place(std::uint32_t offset, std::string_view sentence) {
    const HtmlContext& start = loops_.back().context;
    if (context_.is_unreachable) return;
    const auto joined = join(start, context_);
    const bool same_value = !start.is_in_attribute_value() || start.url == context_.url;
    if (joined && same_value && joined->state == start.state) return;
    faults_.report(offset,
                   std::string(sentence) + ": it began " + describe(start) + " and is now " + describe(context_) + ".");
  }

  void leave_loop(std::string_view name, Jumps& jumps) {
    if (loops_.back().captures != captures_) return fault("{% " + std::string(name) + " %} cannot leave a capture.");
    if (is_html())
      check_loop_place(offset_, "{% " + std::string(name) + " %} must stand where the loop's body began in HTML");
    builder_.jump(Operation::jump, jumps);
    context_.is_unreachable = true;
  }

  const CompileOptions& options_;
  DiagnosticList& faults_;
  BytecodeBuilder builder_;
  Scope scope_;
  ExpressionCompiler expressions_;
  HtmlContext context_;
  HtmlScanner scanner_;
  std::vector<Branches> branches_;
  std::vector<LoopTarget> loops_;
  Reach next_;
  std::uint32_t offset_ = 0;
  unsigned blocks_ = 0;
  unsigned captures_ = 0;
};

}  // namespace

Bytecode compile_block(const Block& block, std::uint32_t source_size, const CompileOptions& options,
                       DiagnosticList& faults) {
  return Compiler(block, options, faults).run(block, source_size);
}

}  // namespace pagewright::liquid
