#include "engine/liquid/expression_compiler.hpp"

#include <algorithm>
#include <array>

#include "engine/liquid/expression_parser.hpp"

namespace pagewright::liquid {

static_assert(2 * ExpressionParser::most_nested + ExpressionParser::most_arguments + 4 < Bytecode::stack_size);

void ExpressionCompiler::push(const Expression& expression) {
  const Value* literal = std::get_if<Value>(&expression.form);
  if (literal && (literal->kind() == Kind::empty || literal->kind() == Kind::blank))
    builder_.emit_constant(Value::of(std::string_view()));
  else
    push_compared(expression);
}

void ExpressionCompiler::push_compared(const Expression& expression) {
  if (const Value* literal = std::get_if<Value>(&expression.form)) {
    builder_.emit_constant(*literal);
  } else if (const auto* range = std::get_if<RangeLiteral>(&expression.form)) {
    push(*range->first);
    push(*range->last);
    builder_.emit_range();
  } else {
    push_path(std::get<Path>(expression.form), expression.offset);
  }
}

void ExpressionCompiler::push_path(const Path& path, std::uint32_t offset) {
  if (path.named_by) return push_named(path, offset);
  const bool is_own = scope_->is_own(path.root);
  const auto loops = scope_->loops();
  const auto is_around = [&](bool is_table) {
    return std::ranges::find(loops, is_table, &LoopScope::is_table) != loops.end();
  };
  if (!is_own && path.root == "forloop" && is_around(false)) return push_loop_field(path, false, offset);
  if (!is_own && path.root == "tablerowloop" && is_around(true)) return push_loop_field(path, true, offset);
  if (!is_own && path.root == "node" && options_.errors == ErrorMode::silent) return push_node_id(path, offset);
  scope_->emit_push(path.root);
  push_steps(path.steps);
}

void ExpressionCompiler::push_named(const Path& path, std::uint32_t offset) {
  if (options_.errors == ErrorMode::silent)
    faults_.report(offset, "A component names its variables literally: [\"name\"].");
  push(*path.named_by);
  scope_->emit_push_named();
  push_steps(path.steps);
}

// The name that a step has as it is written: .name, or ["name"].
std::optional<std::string_view> ExpressionCompiler::literal_name(const PathStep& step) {
  if (!step.index) return step.name;
  const Value* literal = std::get_if<Value>(&step.index->form);
  if (!literal || !literal->is_string()) return std::nullopt;
  return literal->text();
}

// Behind a dot, .size, .first and .last are what lists, texts and objects know of themselves; in brackets they are
// keys.
void ExpressionCompiler::push_steps(std::span<const PathStep> steps) {
  for (const PathStep& step : steps) {
    const auto name = literal_name(step);
    const bool is_command = name == "size" || name == "first" || name == "last";
    if (name && !(step.index && is_command)) {
      builder_.emit({.operation = Operation::get_member, .first = builder_.string(*name)});
    } else {
      push(*step.index);
      builder_.emit({.operation = Operation::get_element});
    }
  }
}

// forloop.index, forloop.parentloop.last …: which loop is known when compiling.
void ExpressionCompiler::push_loop_field(const Path& path, bool is_table, std::uint32_t offset) {
  constexpr std::array<std::string_view, 12> fields = {"index",  "index0", "rindex", "rindex0",   "first",    "last",
                                                       "length", "col",    "col0",   "col_first", "col_last", "row"};
  std::vector<const LoopScope*> loops;  // from outside in
  for (const LoopScope& loop : scope_->loops())
    if (loop.is_table == is_table) loops.push_back(&loop);
  std::span<const PathStep> steps = path.steps;
  while (!is_table && !steps.empty() && literal_name(steps.front()) == "parentloop" && !loops.empty()) {
    loops.pop_back();
    if (!loops.empty() && loops.back()->may_be_none) loops.clear();  // a partial's loop is nobody's parent
    steps = steps.subspan(1);
  }
  const auto known = std::span(fields).first(is_table ? fields.size() : 7);
  const auto step = steps.empty() ? std::nullopt : literal_name(steps.front());
  const auto field = step ? std::ranges::find(known, *step) : known.end();
  const bool is_name = !is_table && steps.size() == 1 && step == "name";
  if (loops.empty()) {
    builder_.emit_constant(Value());
  } else if (is_name) {
    builder_.emit_constant(Value::of(std::string_view(loops.back()->name)));
  } else if (field != known.end() && steps.size() == 1 && loops.back()->may_be_none) {
    builder_.emit_special(Special::field_of_list, loops.back()->loop,
                          static_cast<std::uint32_t>(field - known.begin()));
  } else if (field != known.end() && steps.size() == 1) {
    builder_.emit({.operation = Operation::push_loop,
                   .small = static_cast<std::uint8_t>(field - known.begin()),
                   .first = loops.back()->loop});
  } else if (options_.errors != ErrorMode::silent) {
    const std::string_view type = is_table ? "Liquid::TablerowloopDrop" : "Liquid::ForloopDrop";  // so Liquid prints it
    builder_.emit_constant(steps.empty() ? Value::of(type) : Value());
  } else {
    faults_.report(offset, is_table ? "A table row has index, index0, rindex, rindex0, first, last, length, col, col0, "
                                      "col_first, col_last and row."
                                    : "A loop has index, index0, rindex, rindex0, first, last, length, name and "
                                      "parentloop.");
  }
}

void ExpressionCompiler::push_node_id(const Path& path, std::uint32_t offset) {
  if (path.steps.size() != 1 || literal_name(path.steps.front()) != "id")
    faults_.report(offset, "Of the node, a template sees node.id only.");
  builder_.emit({.operation = Operation::push_node_id});
}

void ExpressionCompiler::push(const FilteredExpression& filtered, std::size_t count) {
  push(filtered.input);
  for (const FilterCall& call : std::span(filtered.filters).first(count)) apply(call);
}

const MarkupFilter* ExpressionCompiler::find_markup(std::string_view name) const {
  const auto found = std::ranges::find(options_.markup_filters, name, &MarkupFilter::name);
  return found == options_.markup_filters.end() ? nullptr : &*found;
}

void ExpressionCompiler::apply(const FilterCall& call) {
  const std::string name(call.name);
  const Filter* filter = find_filter(call.name);
  if (find_markup(call.name)) {
    faults_.report(call.offset, "The filter \"" + name +
                                    "\" yields markup: it may only be the last one of an output in element content.");
  } else if (!filter && options_.errors == ErrorMode::lax) {
    return;  // Liquid lets the value pass
  } else if (!filter) {
    faults_.report(call.offset, "There is no filter called \"" + name + "\".");
  } else if (filter->role == FilterRole::plain || options_.escape == Escape::none) {
    push_arguments(*filter, call);
  } else if (filter->role == FilterRole::breaks_lines) {
    faults_.report(call.offset,
                   "The filter \"" + name + "\" may only be the last one of an output in element content.");
  } else if (!call.arguments.empty() || !call.named.empty()) {
    faults_.report(call.offset, "The filter \"" + name + "\" takes no arguments.");
  }
}

void ExpressionCompiler::refuse_arguments(const Filter& filter, const FilterCall& call) {
  const auto range = [](unsigned least, unsigned most, std::string_view link) {
    return least == most ? std::to_string(least) : std::to_string(least) + std::string(link) + std::to_string(most);
  };
  if (options_.errors == ErrorMode::lax) {
    const std::size_t given = call.arguments.size() + (call.named.empty() ? 1 : 2);
    return builder_.emit_raise("wrong number of arguments (given " + std::to_string(given) + ", expected " +
                               range(filter.least_arguments + 1U, filter.most_arguments + 1U, "..") + ")");
  }
  faults_.report(call.offset, "The filter \"" + std::string(call.name) + "\" takes " +
                                  range(filter.least_arguments, filter.most_arguments, " to ") +
                                  (filter.most_arguments == 1 ? " argument." : " arguments."));
}

void ExpressionCompiler::push_arguments(const Filter& filter, const FilterCall& call) {
  if (call.arguments.size() < filter.least_arguments || call.arguments.size() > filter.most_arguments)
    return refuse_arguments(filter, call);
  for (const NamedExpression& named : call.named) {
    if (named.name == filter.keyword || (options_.errors != ErrorMode::silent && !filter.keyword.empty())) continue;
    if (options_.errors == ErrorMode::lax) return refuse_arguments(filter, call);
    faults_.report(call.offset, "The filter \"" + std::string(call.name) + "\" has no argument called \"" +
                                    std::string(named.name) + "\".");
  }
  for (const Expression& argument : call.arguments) push(argument);
  std::size_t count = call.arguments.size();
  if (!filter.keyword.empty()) {
    for (; count < filter.most_arguments; ++count) builder_.emit_constant(Value());
    const auto given = std::ranges::find(call.named, filter.keyword, &NamedExpression::name);
    if (given == call.named.end())
      builder_.emit_constant(Value());
    else
      push(given->value);
    ++count;
  }
  builder_.emit_filter(filter.apply, static_cast<std::uint8_t>(count));
}

void ExpressionCompiler::output_markup(const MarkupFilter& filter, const FilterCall& call) {
  if (!call.arguments.empty())
    faults_.report(call.offset, "The filter \"" + std::string(call.name) + "\" takes named arguments only.");
  MarkupCall made{filter.append, {}};
  for (const NamedExpression& named : call.named) {
    push(named.value);
    made.names.emplace_back(named.name);
  }
  builder_.emit({.operation = Operation::output_markup, .first = builder_.markup_call(std::move(made))});
}

// Shopify reads conditions from the right: a and b or c is a and (b or c). So the first "or" whose left side holds
// decides for the whole, and so does the first "and" whose left side does not.
void ExpressionCompiler::jump_unless(const Condition& condition, BytecodeBuilder::Jumps& jumps) {
  BytecodeBuilder::Jumps holds;
  for (const ConditionPart& part : condition) {
    push_compared(part.left);
    if (part.comparison != Comparison::none) {
      push_compared(*part.right);
      builder_.emit_compare(part.comparison);
    } else if (!part.unknown_operator.empty()) {
      builder_.emit_raise("Unknown operator " + std::string(part.unknown_operator));
    }
    if (part.link == Link::disjunction)
      builder_.jump(Operation::jump_if_true, holds);
    else
      builder_.jump(Operation::jump_if_false, jumps);
  }
  builder_.arrive(holds);
}

}  // namespace pagewright::liquid
