// Compiles {% render %} and {% include %}: a partial becomes part of the program, proven anew at each place.
#include <algorithm>
#include <ranges>
#include <utility>

#include "engine/liquid/block_compiler.hpp"

namespace pagewright::liquid {
namespace {

constexpr std::size_t most_nested = 16;
constexpr std::size_t most_partials = 500;          // put in, in all
constexpr std::size_t most_instructions = 200'000;  // of a whole program
constexpr std::size_t most_text = 1'000'000;        // bytes, of a whole program

// {% render "cards/product" %} calls its value "product".
std::string_view default_alias(std::string_view name) {
  return name.substr(name.rfind('/') + 1);
}

std::string_view literal_of(const Expression& expression) {
  const Value* literal = std::get_if<Value>(&expression.form);
  return literal && literal->is_string() ? literal->text() : std::string_view();
}

}  // namespace

bool BlockCompiler::may_nest(const PartialSet::Parsed& partial) {
  const bool fits = partial_stack_.size() < most_nested && partial_count_ < most_partials &&
                    builder_.instruction_count() < most_instructions && builder_.text_size() < most_text;
  if (fits) return true;
  if (is_silent())
    fault("Partials may nest 16 deep, and 500 may be put in at most: \"" + std::string(partial.partial.name) +
          "\" is one too many. A partial cannot render itself.");
  else
    builder_.emit_raise("Nesting too deep");
  return false;
}

void BlockCompiler::operator()(const RenderNode& node) {
  if (node.shares_scope) return compile_include(node);
  const std::string_view name = literal_of(node.name);
  const PartialSet::Parsed* partial = partials_.find(name);
  if (partial) {
    if (may_nest(*partial)) compile_render(node, *partial);
  } else if (is_silent()) {
    fault("There is no partial called \"" + std::string(name) + "\".");
  } else {
    builder_.emit_raise("No such template '" + std::string(name) + "'");
  }
}

void BlockCompiler::compile_render(const RenderNode& node, const PartialSet::Parsed& partial) {
  if (!node.is_for_each) return compile_partial_call(node, partial, std::nullopt);
  LoopHead head;
  head.name = partial.partial.name;
  const auto loop = static_cast<std::uint32_t>(loops_.size());
  const std::uint32_t item = builder_.new_local();
  builder_.use_loop(loop);
  if (item > UINT16_MAX) fault("The template has too many variables.");
  expressions_.push(*node.value);
  LoopPlan plan{.begin = {.operation = Operation::begin_loop,
                          .small = loop_takes_anything,
                          .wide = static_cast<std::uint16_t>(item),
                          .first = loop},
                .memory = std::nullopt,
                .first = first_of(partial.block),
                .last = last_of(partial.block)};
  plan.body = [&] { compile_partial_call(node, partial, item); };
  compile_loop(plan);
}

// `item`: the local of the value that this turn of {% render … for %} is about.
void BlockCompiler::compile_partial_call(const RenderNode& node, const PartialSet::Parsed& partial,
                                         std::optional<std::uint32_t> item) {
  std::vector<std::string_view> parameters;
  if (item)
    builder_.emit({.operation = Operation::push_local, .first = *item});
  else if (node.value)
    expressions_.push(*node.value);
  if (node.value) parameters.push_back(node.alias.empty() ? default_alias(partial.partial.name) : node.alias);
  for (const NamedExpression& argument : node.arguments) {
    expressions_.push(argument.value);
    parameters.push_back(argument.name);
  }

  enter_unit(partial.block, parameters, Scope::Outside::nothing);
  builder_.emit_special(Special::enter_partial, scope().first_local(), scope().local_count());
  for (const std::string_view parameter : std::views::reverse(parameters))
    builder_.emit({.operation = Operation::store_local, .first = scope().parameter(parameter)});
  if (item)
    scope().enter_loop({.name = std::string(partial.partial.name),
                        .loop = static_cast<std::uint32_t>(loops_.size() - 1),
                        .may_be_none = true});
  compile_partial_block(partial);
  builder_.arrive(units_.back()->exits);
  builder_.emit_special(Special::leave_partial);
  leave_unit();
}

void BlockCompiler::compile_partial_block(const PartialSet::Parsed& partial) {
  const DiagnosticList::Source outer = faults_.source();
  const std::uint32_t offset = offset_;
  faults_.set_source({partial.partial.source, partial.partial.name});
  partial_stack_.push_back(partial.partial.name);
  ++partial_count_;
  compile_inner(partial.block, next_);
  partial_stack_.pop_back();
  offset_ = offset;
  if (is_html()) scanner_.reach_boundary(offset_, false);
  faults_.set_source(outer);
}

// The names of an included partial are the template's own. Which partial it is may turn out when running.
void BlockCompiler::compile_include(const RenderNode& node) {
  if (!scope().has_outside()) return builder_.emit_raise("include usage is not allowed in this context");
  const std::string_view literal = literal_of(node.name);
  Jumps ends;
  for (const PartialSet::Parsed& known : partials_.all()) {
    if (!literal.empty() && known.partial.name != literal) continue;
    const PartialSet::Parsed& partial = *partials_.find(known.partial.name);
    Jumps skips;
    if (literal.empty()) {
      expressions_.push(node.name);
      builder_.emit_constant(Value::of(known.partial.name));
      builder_.emit_compare(Comparison::equal);
      builder_.jump(Operation::jump_if_false, skips);
    }
    if (may_nest(partial)) include(node, partial);
    builder_.jump(Operation::jump, ends);
    builder_.arrive(skips);
  }
  builder_.emit_raise("No such template '" + std::string(literal) + "'");
  builder_.arrive(ends);
}

void BlockCompiler::include(const RenderNode& node, const PartialSet::Parsed& partial) {
  std::vector<std::pair<std::string_view, std::uint32_t>> bound;
  const auto keep = [&](std::string_view name) {
    bound.emplace_back(name, builder_.new_local());
    builder_.emit({.operation = Operation::store_local, .first = bound.back().second});
  };
  for (const NamedExpression& argument : node.arguments) {
    expressions_.push(argument.value);
    keep(argument.name);
  }
  const std::string_view alias = node.alias.empty() ? default_alias(partial.partial.name) : node.alias;
  const auto compile_bound = [&] {
    for (const auto& [name, local] : bound) scope().bind(name, local);
    compile_partial_block(partial);
    scope().unbind(bound.size());
  };
  if (node.value && !node.is_for_each) {
    expressions_.push(*node.value);
    keep(alias);
  }
  if (!node.is_for_each) return compile_bound();

  const auto loop = static_cast<std::uint32_t>(loops_.size());
  const std::uint32_t item = builder_.new_local();
  builder_.use_loop(loop);
  if (item > UINT16_MAX) fault("The template has too many variables.");
  bound.emplace_back(alias, item);
  expressions_.push(*node.value);
  LoopPlan plan{.begin = {.operation = Operation::begin_loop,
                          .small = loop_takes_anything | loop_keeps_objects,
                          .wide = static_cast<std::uint16_t>(item),
                          .first = loop},
                .memory = std::nullopt,
                .first = first_of(partial.block),
                .last = last_of(partial.block)};
  plan.body = compile_bound;
  compile_loop(plan);
}

void BlockCompiler::enter_unit(const Block& block, std::span<const std::string_view> parameters,
                               Scope::Outside outside) {
  std::vector<std::string_view> known;
  const Scope::FindIncluded find_included = [&](const RenderNode& node) {
    const std::string_view name = literal_of(node.name);
    std::vector<const Block*> found;
    for (const PartialSet::Parsed& parsed : partials_.all()) {
      const bool is_known = std::ranges::find(known, parsed.partial.name) != known.end();
      if ((!name.empty() && parsed.partial.name != name) || is_known) continue;
      known.push_back(parsed.partial.name);
      found.push_back(&partials_.find(parsed.partial.name)->block);
    }
    return found;
  };
  units_.push_back(std::make_unique<Unit>(
      Unit{Scope(block, parameters, outside, builder_, find_included), loops_.size(), captures_.size(), {}}));
  if (!is_silent()) scope().expect_errors();
  expressions_.set_scope(scope());
}

void BlockCompiler::leave_unit() {
  if (units_.size() == 1) builder_.arrive(units_.back()->exits);
  units_.pop_back();
  if (!units_.empty()) expressions_.set_scope(scope());
}

}  // namespace pagewright::liquid
