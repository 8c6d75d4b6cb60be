#include "engine/liquid/scope.hpp"

#include <algorithm>
#include <ranges>

namespace pagewright::liquid {

Scope::Scope(const Block& block, std::span<const std::string_view> parameters, Outside outside,
             BytecodeBuilder& builder, const FindIncluded& find_included)
    : builder_(builder), outside_(outside), first_local_(builder.local_count()) {
  for (const std::string_view parameter : parameters) collect_name(assigned_, parameter);
  collect(block, find_included);
}

std::optional<std::uint32_t> Scope::find(const std::vector<Local>& locals, std::string_view name) {
  const auto found = std::ranges::find(locals, name, &Local::name);
  return found == locals.end() ? std::nullopt : std::optional(found->local);
}

void Scope::collect_name(std::vector<Local>& locals, std::string_view name) {
  if (find(locals, name)) return;
  locals.push_back({std::string(name), builder_.new_local()});
  ++local_count_;
}

void Scope::collect(const Block& block, const FindIncluded& find_included) {
  const auto inner = [&](const Block& body) { collect(body, find_included); };
  for (const Node& node : block) {
    if (const auto* assign = std::get_if<AssignNode>(&node.form)) collect_name(assigned_, assign->variable);
    if (const auto* counter = std::get_if<CounterNode>(&node.form)) collect_name(counters_, counter->variable);
    if (const auto* loop = std::get_if<ForNode>(&node.form)) {
      if (loop->head.continues) collect_name(continuations_, loop->head.name);
      inner(loop->body);
      inner(loop->otherwise);
    }
    if (const auto* table = std::get_if<TableRowNode>(&node.form)) inner(table->body);
    if (const auto* changed = std::get_if<IfChangedNode>(&node.form)) inner(changed->body);
    if (const auto* choice = std::get_if<IfNode>(&node.form))
      for (const IfBranch& branch : choice->branches) inner(branch.body);
    if (const auto* choice = std::get_if<CaseNode>(&node.form))
      for (const WhenBranch& branch : choice->branches) inner(branch.body);
    if (const auto* capture = std::get_if<CaptureNode>(&node.form)) {
      collect_name(assigned_, capture->variable);
      inner(capture->body);
    }
    if (const auto* render = std::get_if<RenderNode>(&node.form); render && render->shares_scope)
      for (const Block* included : find_included(*render)) inner(*included);
  }
}

bool Scope::is_own(std::string_view name) const {
  return find(bound_, name) || find(assigned_, name) || find(counters_, name);
}

std::uint32_t Scope::assign(std::string_view name) {
  if (!may_leave_out_) surely_set_.emplace_back(name);
  return *find(assigned_, name);
}

void Scope::emit_push(std::string_view name) {
  for (const Local& bound : std::views::reverse(bound_)) {
    if (bound.name != name) continue;
    builder_.emit({.operation = Operation::push_local, .first = bound.local});
    return;
  }
  const auto local = find(assigned_, name);
  const auto counter = find(counters_, name);
  const bool is_set = std::ranges::find(surely_set_, name) != surely_set_.end();
  if (local && (is_set || (!counter && !has_outside()))) {
    builder_.emit({.operation = Operation::push_local, .first = *local});
  } else if (local && !counter) {
    builder_.emit({.operation = Operation::push_local_or_variable, .first = *local, .second = builder_.variable(name)});
  } else if (counter) {
    builder_.emit({.operation = Operation::push_local, .first = local ? *local : *counter});
    if (local) builder_.emit_special(Special::or_local, *counter);
    if (has_outside()) builder_.emit_special(Special::or_variable, builder_.variable(name));
  } else if (has_outside()) {
    builder_.emit({.operation = Operation::push_variable, .first = builder_.variable(name)});
  } else {
    builder_.emit_constant(Value());
  }
}

void Scope::emit_push_named() {
  // Tried in this order: what hides first.
  std::vector<NamedLocal> names;
  for (const auto* locals : {&bound_, &assigned_, &counters_})
    for (const Local& local : *locals | std::views::reverse) names.push_back({local.name, local.local});
  builder_.emit_special(Special::push_named, builder_.named_locals(std::move(names)),
                        has_outside() ? builder_.variable("") + 1 : 0);
}

}  // namespace pagewright::liquid
