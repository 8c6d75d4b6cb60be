#include "engine/liquid/expression_compiler.hpp"

#include <algorithm>
#include <array>

#include "engine/liquid/expression_parser.hpp"

namespace pagewright::liquid {

static_assert(2 * ExpressionParser::most_nested + ExpressionParser::most_arguments + 4 < Bytecode::stack_size);

void ExpressionCompiler::push(const Expression& expression) {
  if (const Value* literal = std::get_if<Value>(&expression.form)) {
    builder_.emit_constant(*literal);
  } else if (const auto* range = std::get_if<RangeLiteral>(&expression.form)) {
    push(*range->first);
    push(*range->last);
    builder_.emit({.operation = Operation::make_range});
  } else {
    push_path(std::get<Path>(expression.form), expression.offset);
  }
}

void ExpressionCompiler::push_path(const Path& path, std::uint32_t offset) {
  const bool is_own = scope_.find_local(path.root).has_value();
  if (path.root == "forloop" && !scope_.loops().empty() && !is_own) return push_loop_field(path, offset);
  if (path.root == "node" && !is_own) return push_node_id(path, offset);
  scope_.emit_push(path.root);
  push_steps(path.steps);
}

void ExpressionCompiler::push_steps(std::span<const PathStep> steps) {
  for (const PathStep& step : steps) {
    const Value* literal = step.index ? std::get_if<Value>(&step.index->form) : nullptr;
    if (!step.index) {
      builder_.emit({.operation = Operation::get_member, .first = builder_.string(step.name)});
    } else if (literal && literal->is_string() && literal->text() != "size" && literal->text() != "first") {
      builder_.emit({.operation = Operation::get_member, .first = builder_.string(literal->text())});
    } else {
      push(*step.index);
      builder_.emit({.operation = Operation::get_element});
    }
  }
}

// forloop.index, forloop.parentloop.last …: which loop is known when compiling.
void ExpressionCompiler::push_loop_field(const Path& path, std::uint32_t offset) {
  constexpr std::array<std::string_view, 7> fields = {"index", "index0", "rindex", "rindex0",
                                                      "first", "last",   "length"};
  std::size_t loop = scope_.loops().size();
  std::span<const PathStep> steps = path.steps;
  while (!steps.empty() && steps.front().name == "parentloop" && loop > 0) {
    --loop;
    steps = steps.subspan(1);
  }
  const auto field = steps.empty() ? fields.end() : std::ranges::find(fields, steps.front().name);
  if (field == fields.end() || steps.size() > 1) {
    faults_.report(offset, "A loop has index, index0, rindex, rindex0, first, last, length and parentloop.");
  } else if (loop == 0) {
    builder_.emit_constant(Value());
    return;
  }
  builder_.emit({.operation = Operation::push_loop,
                 .small = static_cast<std::uint8_t>(field - fields.begin()),
                 .first = static_cast<std::uint32_t>(loop == 0 ? 0 : loop - 1)});
}

void ExpressionCompiler::push_node_id(const Path& path, std::uint32_t offset) {
  if (path.steps.size() != 1 || path.steps.front().name != "id")
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

void ExpressionCompiler::push_arguments(const Filter& filter, const FilterCall& call) {
  const std::string name(call.name);
  if (call.arguments.size() < filter.least_arguments || call.arguments.size() > filter.most_arguments) {
    const std::string least = std::to_string(filter.least_arguments);
    const std::string most = std::to_string(filter.most_arguments);
    faults_.report(call.offset, "The filter \"" + name + "\" takes " + (least == most ? least : least + " to " + most) +
                                    (most == "1" ? " argument." : " arguments."));
    return;
  }
  for (const Expression& argument : call.arguments) push(argument);
  std::size_t count = call.arguments.size();
  for (const NamedExpression& named : call.named)
    if (filter.keyword.empty() || named.name != filter.keyword)
      faults_.report(call.offset,
                     "The filter \"" + name + "\" has no argument called \"" + std::string(named.name) + "\".");
  if (!filter.keyword.empty()) {
    const auto given = std::ranges::find(call.named, filter.keyword, &NamedExpression::name);
    if (given == call.named.end())
      builder_.emit_constant(Value());
    else
      push(given->value);
    ++count;
  }
  builder_.emit({.operation = Operation::filter,
                 .small = static_cast<std::uint8_t>(count),
                 .first = builder_.filter(filter.apply)});
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
    push(part.left);
    if (part.comparison != Comparison::none) {
      push(*part.right);
      builder_.emit({.operation = Operation::compare, .small = static_cast<std::uint8_t>(part.comparison)});
    }
    if (part.link == Link::disjunction)
      builder_.jump(Operation::jump_if_true, holds);
    else
      builder_.jump(Operation::jump_if_false, jumps);
  }
  builder_.arrive(holds);
}

}  // namespace pagewright::liquid
