// Compiles {% cycle %}, {% increment %}, {% ifchanged %}, {% slot %} and {% editable %}.
#include <algorithm>

#include "engine/liquid/block_compiler.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {

void BlockCompiler::operator()(const CycleNode& node) {
  const OutputPlace place = is_html() ? place_of_output() : OutputPlace{OutputEscape::none, {}};
  std::string unnamed = node.values_text;
  if (!node.has_literals_only) {
    unnamed += '\0';
    unnamed.append(faults_.source().partial) += '\0';
    append_integer(unnamed, offset_);
  }
  if (node.name)
    expressions_.push(*node.name);
  else
    builder_.emit_constant(Value::of(std::string_view(unnamed)));
  for (const Expression& value : node.values) expressions_.push(value);
  builder_.emit_special(Special::cycle, node.name ? 1 : 0, 0, static_cast<std::uint16_t>(node.values.size()));
  builder_.emit_output(place.escape);
}

void BlockCompiler::operator()(const CounterNode& node) {
  const OutputPlace place = is_html() ? place_of_output() : OutputPlace{OutputEscape::none, {}};
  const std::uint32_t start = scope().has_outside() ? builder_.variable(node.variable) + 1 : 0;
  builder_.emit_special(Special::count, scope().counter(node.variable), start, node.is_decrement ? 1 : 0);
  builder_.emit_output(place.escape);
}

// The text is put out if it is not the one that was put out last.
void BlockCompiler::operator()(const IfChangedNode& node) {
  const std::uint32_t text = builder_.new_local();
  builder_.emit({.operation = Operation::begin_capture});
  captures_.push_back(text);
  compile_inner(node.body, reach_of(Edge::other));
  captures_.pop_back();
  if (!changed_) changed_ = builder_.new_local();
  builder_.emit_special(Special::end_if_changed, *changed_);
}

void BlockCompiler::operator()(const SlotNode& node) {
  if (!options_.is_component) return fault("Only components have slots.");
  if (std::ranges::find(options_.slots, node.name) == options_.slots.end())
    return fault("This component has no slot called \"" + std::string(node.name) + "\".");
  const bool in_element = is_html() && context_.state == HtmlState::text && !context_.open.empty();
  if (!in_element && options_.escape == Escape::html)
    return fault("A slot can only stand in the content of an element.");
  // A slot takes any component: a link and a heading too.
  constexpr std::string_view elements[] = {"div", "a", "h2", "button"};
  if (in_element) check_markup(elements, "What stands in a slot");
  context_.edge = Edge::tag;
  builder_.emit({.operation = Operation::slot, .first = builder_.string(node.name)});
}

void BlockCompiler::operator()(const EditableNode& node) {
  const bool in_tag =
      is_html() && (context_.state == HtmlState::before_attribute || context_.state == HtmlState::after_attribute);
  if (!options_.is_component) return fault("Only components have editable elements.");
  if (!in_tag) return fault("{% editable %} stands in a start tag: <h2 {% editable title %}>.");
  if (!scope().has_outside()) return fault("{% editable %} stands in the template itself, not in a partial.");
  if (scope().is_own(node.prop)) return fault("{% editable %} names a prop, not a variable of the template.");
  context_.state = HtmlState::after_attribute;
  builder_.emit_editable(" data-edit=\"" + std::string(node.prop) + "\"");
}

}  // namespace pagewright::liquid
