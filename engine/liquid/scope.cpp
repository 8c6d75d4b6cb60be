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

const Scope::Local* Scope::find(const Locals& locals, std::string_view name) {
  const auto found = locals.find(name);
  return found == locals.end() ? nullptr : &found->second;
}

void Scope::collect_name(Locals& locals, std::string_view name) {
  if (find(locals, name)) return;
  locals.emplace(name, Local{builder_.new_local()});
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

bool Scope::is_bound(std::string_view name) const {
  return std::ranges::find(bound_, name, &NamedLocal::name) != bound_.end();
}

bool Scope::is_own(std::string_view name) const {
  return is_bound(name) || find(assigned_, name) || find(counters_, name);
}

std::uint32_t Scope::assign(std::string_view name) {
  Local& local = assigned_.find(name)->second;
  if (!may_leave_out_) {
    ++local.surely_set;
    surely_set_.push_back(&local);
  }
  return local.local;
}

void Scope::leave_block(std::size_t mark) {
  for (; surely_set_.size() > mark; surely_set_.pop_back()) --surely_set_.back()->surely_set;
}

void Scope::emit_push(std::string_view name) {
  for (const NamedLocal& bound : std::views::reverse(bound_)) {
    if (bound.name != name) continue;
    builder_.emit({.operation = Operation::push_local, .first = bound.local});
    return;
  }
  const Local* local = find(assigned_, name);
  const Local* counter = find(counters_, name);
  const bool is_set = local && local->surely_set > 0;
  if (local && (is_set || (!counter && !has_outside()))) {
    builder_.emit({.operation = Operation::push_local, .first = local->local});
  } else if (local && !counter) {
    builder_.emit(
        {.operation = Operation::push_local_or_variable, .first = local->local, .second = builder_.variable(name)});
  } else if (counter) {
    builder_.emit({.operation = Operation::push_local, .first = local ? local->local : counter->local});
    if (local) builder_.emit_special(Special::or_local, counter->local);
    if (has_outside()) builder_.emit_special(Special::or_variable, builder_.variable(name));
  } else if (has_outside()) {
    builder_.emit({.operation = Operation::push_variable, .first = builder_.variable(name)});
  } else {
    builder_.emit_constant(Value());
  }
}

void Scope::emit_push_named() {
  // Tried in this order: what hides first.
  if (!bound_names_) bound_names_ = builder_.bound_names({bound_.rbegin(), bound_.rend()});
  if (!scope_names_) {
    std::vector<NamedLocal> names;
    for (const auto* locals : {&assigned_, &counters_})
      for (const auto& [name, local] : *locals) names.push_back({name, local.local});
    scope_names_ = builder_.scope_names(std::move(names));
  }
  builder_.emit_special(Special::push_named, *bound_names_, has_outside() ? builder_.variable("") + 1 : 0,
                        *scope_names_);
}

}  // namespace pagewright::liquid
