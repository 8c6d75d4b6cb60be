// Compiles {% for %}, {% tablerow %}, {% break %} and {% continue %}.
#include <utility>

#include "engine/liquid/block_compiler.hpp"

namespace pagewright::liquid {

// Pushes the collection and the options. Yields begin_loop, which takes them.
Instruction BlockCompiler::push_loop_head(const LoopHead& head) {
  const auto loop = static_cast<std::uint32_t>(loops_.size());
  const std::uint32_t item = builder_.new_local();
  builder_.use_loop(loop);
  if (item > UINT16_MAX) fault("The template has too many variables.");
  expressions_.push(head.collection);
  if (head.limit) expressions_.push(*head.limit);
  if (head.offset) expressions_.push(*head.offset);
  const int flags = (head.limit ? loop_has_limit : 0) | (head.offset ? loop_has_offset : 0) |
                    (head.is_reversed ? loop_is_reversed : 0) | (head.continues ? loop_continues : 0);
  return {.operation = Operation::begin_loop,
          .small = static_cast<std::uint8_t>(flags),
          .wide = static_cast<std::uint16_t>(item),
          .first = loop};
}

void BlockCompiler::enter_loop_scope(const LoopHead& head, const Instruction& begin, bool is_table) {
  scope().bind(head.variable, begin.wide);
  scope().enter_loop({.name = head.name, .loop = begin.first, .is_table = is_table});
}

void BlockCompiler::leave_loop_scope() {
  scope().leave_loop();
  scope().unbind(1);
}

void BlockCompiler::operator()(const ForNode& node) {
  LoopPlan plan{.begin = push_loop_head(node.head),
                .memory = scope().continuation(node.head.name),
                .first = first_of(node.body),
                .last = last_of(node.body),
                .otherwise = node.otherwise.empty() ? nullptr : &node.otherwise};
  plan.body = [&] {
    enter_loop_scope(node.head, plan.begin, false);
    compile_inner(node.body, either(then(plan.first, next_), next_));
    leave_loop_scope();
  };
  compile_loop(plan);
}

void BlockCompiler::compile_loop(const LoopPlan& plan) {
  Instruction begin = plan.begin;
  if (plan.memory) begin.small |= loop_has_memory;
  Jumps no_items;
  no_items.push_back(builder_.emit(begin));
  if (plan.memory) builder_.emit({.operation = Operation::loop_memory, .first = *plan.memory});
  Instruction next = begin;
  next.operation = Operation::next_loop;
  next.second = builder_.here();

  begin_branches();
  HtmlContext start = branches_.back().start;
  if (start.edge == Edge::tag && (plan.last.other || !plan.last.tag)) start.edge = Edge::other;
  if (start.edge == Edge::space) start.edge = Edge::other;
  start.css.enter_loop();
  context_ = start;
  loops_.push_back({{}, {}, start, captures_.size()});
  const std::uint32_t offset = offset_;
  plan.body();
  if (is_html()) {
    scanner_.reach_boundary(offset, false);
    check_loop_place(offset, "The loop's body must end where it began in HTML");
  }
  context_.is_unreachable = false;  // what follows the loop is reached by break, or with no item
  end_branch(offset);

  LoopTarget target = std::move(loops_.back());
  loops_.pop_back();
  builder_.arrive(target.continues);
  builder_.emit(next);
  if (plan.otherwise) builder_.jump(Operation::jump, target.ends);
  builder_.arrive(no_items);
  if (plan.otherwise) compile_branch(*plan.otherwise);
  builder_.arrive(target.ends);
  end_branches(!plan.otherwise);
}

// Nothing for nil, else <tr class="row1"><td class="col1">…</td>…</tr>.
void BlockCompiler::operator()(const TableRowNode& node) {
  const std::uint32_t collection = builder_.new_local();
  expressions_.push(node.head.collection);
  builder_.emit({.operation = Operation::store_local, .first = collection});
  Jumps skips;
  builder_.emit({.operation = Operation::push_local, .first = collection});
  builder_.jump(Operation::jump_if_false, skips);
  begin_branches();
  compile_literal("<tr class=\"row1\">\n");

  LoopPlan plan{.begin = push_loop_head(node.head),
                .memory = std::nullopt,
                .first = reach_of(Edge::tag),
                .last = reach_of(Edge::tag)};
  plan.begin.small |= loop_of_table;
  Jumps breaks;
  plan.body = [&] {
    if (node.head.columns) {
      Jumps repeats;
      builder_.emit({.operation = Operation::push_loop,
                     .small = static_cast<std::uint8_t>(LoopField::first),
                     .first = plan.begin.first});
      builder_.jump(Operation::jump_if_false, repeats);
      expressions_.push(*node.head.columns);
      builder_.emit_special(Special::begin_table, plan.begin.first);
      builder_.arrive(repeats);
    }
    compile_literal("<td class=\"col");
    output_number(plan.begin.first, LoopField::col);
    compile_literal("\">");
    compile_cell(node, plan.begin, either(reach_of(Edge::tag), next_));
    breaks = std::exchange(loops_.back().ends, Jumps());
  };
  compile_loop(plan);

  Jumps ends;
  builder_.jump(Operation::jump, ends);
  builder_.arrive(breaks);
  builder_.append_text("</td>");
  builder_.arrive(ends);
  compile_literal("</tr>\n");
  end_branch(branches_.back().offset);
  builder_.arrive(skips);
  end_branches(true);
}

void BlockCompiler::compile_cell(const TableRowNode& node, const Instruction& begin, const Reach& after) {
  const std::uint32_t loop = begin.first;
  const HtmlContext outside = std::exchange(loops_.back().context, context_);
  enter_loop_scope(node.head, begin, true);
  compile_inner(node.body, after);
  leave_loop_scope();
  if (is_html()) {
    scanner_.reach_boundary(offset_, false);
    check_loop_place(offset_, "A table's cell must end where it began in HTML");
    context_ = loops_.back().context;
  }
  loops_.back().context = outside;
  builder_.arrive(std::exchange(loops_.back().continues, Jumps()));
  compile_literal("</td>");
  Jumps goes_on;
  builder_.emit(
      {.operation = Operation::push_loop, .small = static_cast<std::uint8_t>(LoopField::ends_row), .first = loop});
  builder_.jump(Operation::jump_if_false, goes_on);
  begin_branches();
  compile_literal("</tr>\n<tr class=\"row");
  output_number(loop, LoopField::next_row);
  compile_literal("\">");
  end_branch(offset_);
  builder_.arrive(goes_on);
  end_branches(true);
}

// Markup of a tag's own, read as if it stood in the template.
void BlockCompiler::compile_literal(std::string_view html) {
  if (!is_html()) return builder_.append_text(html);
  while (html.ends_with('\n')) html.remove_suffix(1);
  scanner_.read(html, offset_, Edge::tag, false);
}

void BlockCompiler::output_number(std::uint32_t loop, LoopField field) {
  if (is_html()) scanner_.reach_boundary(offset_, true);
  const OutputPlace place = is_html() ? place_of_output() : OutputPlace{OutputEscape::none, {}};
  builder_.emit({.operation = Operation::push_loop, .small = static_cast<std::uint8_t>(field), .first = loop});
  builder_.emit_output(place.escape);
}

void BlockCompiler::check_loop_place(std::uint32_t offset, std::string_view sentence) {
  const HtmlContext& start = loops_.back().context;
  if (context_.is_unreachable) return;
  if (context_.may_repeat(start)) return;
  faults_.report(offset,
                 std::string(sentence) + ": it began " + describe(start) + " and is now " + describe(context_) + ".");
}

// Outside of loops, Liquid ends the template or partial.
void BlockCompiler::leave_loop(std::string_view name, bool continues) {
  const Unit& unit = *units_.back();
  const bool is_in_loop = loops_.size() > unit.outer_loops;
  const std::size_t kept_captures = is_in_loop ? loops_.back().captures : unit.outer_captures;
  if (is_silent() && !is_in_loop) return fault("{% " + std::string(name) + " %} stands in no loop.");
  if (is_silent() && kept_captures != captures_.size())
    return fault("{% " + std::string(name) + " %} cannot leave a capture.");
  if (is_html() && is_in_loop)
    check_loop_place(offset_, "{% " + std::string(name) + " %} must stand where the loop's body began in HTML");
  for (std::size_t i = captures_.size(); i > kept_captures; --i)
    builder_.emit({.operation = Operation::end_capture, .first = captures_[i - 1]});
  Jumps& jumps = !is_in_loop ? units_.back()->exits : continues ? loops_.back().continues : loops_.back().ends;
  builder_.jump(Operation::jump, jumps);
  context_.is_unreachable = true;
}

void BlockCompiler::operator()(const BreakNode&) {
  leave_loop("break", false);
}
void BlockCompiler::operator()(const ContinueNode&) {
  leave_loop("continue", true);
}

}  // namespace pagewright::liquid
