#include "engine/liquid/scope.hpp"

#include <algorithm>
#include <ranges>

namespace pagewright::liquid {

void Scope::collect_name(std::string_view name) {
  if (std::ranges::find(assigned_, name, &Local::name) == assigned_.end())
    assigned_.push_back({name, builder_.new_local()});
}

void Scope::collect(const Block& block) {
  for (const Node& node : block) {
    if (const auto* assign = std::get_if<AssignNode>(&node.form)) collect_name(assign->variable);
    if (const auto* loop = std::get_if<ForNode>(&node.form)) {
      collect(loop->body);
      collect(loop->otherwise);
    }
    if (const auto* choice = std::get_if<IfNode>(&node.form))
      for (const IfBranch& branch : choice->branches) collect(branch.body);
    if (const auto* choice = std::get_if<CaseNode>(&node.form))
      for (const WhenBranch& branch : choice->branches) collect(branch.body);
    if (const auto* capture = std::get_if<CaptureNode>(&node.form)) {
      collect_name(capture->variable);
      collect(capture->body);
    }
  }
}

std::optional<std::uint32_t> Scope::find_local(std::string_view name) const {
  for (const LoopScope& loop : std::views::reverse(loops_))
    if (loop.variable == name) return loop.local;
  const auto found = std::ranges::find(assigned_, name, &Local::name);
  return found == assigned_.end() ? std::nullopt : std::optional(found->local);
}

std::uint32_t Scope::assign(std::string_view name) {
  surely_set_.push_back(name);
  return std::ranges::find(assigned_, name, &Local::name)->local;
}

void Scope::emit_push(std::string_view name) {
  const auto local = find_local(name);
  if (!local) {
    builder_.emit({.operation = Operation::push_variable, .first = builder_.variable(name)});
    return;
  }
  const bool is_loop_variable = std::ranges::find(loops_, name, &LoopScope::variable) != loops_.end();
  if (is_loop_variable || std::ranges::find(surely_set_, name) != surely_set_.end())
    builder_.emit({.operation = Operation::push_local, .first = *local});
  else
    builder_.emit({.operation = Operation::push_local_or_variable, .first = *local, .second = builder_.variable(name)});
}

}  // namespace pagewright::liquid
