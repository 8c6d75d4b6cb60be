// The keywords that hold several schemas against the same value: references, allOf, anyOf, oneOf, not, if.
#include <algorithm>

#include "engine/schema/evaluation.hpp"

namespace pagewright::schema {
namespace {

// How far a form is from what was meant: a wrong type is farthest, then a wrong choice (which mostly tells forms
// apart), then the number of faults; of equals the one whose fault lies deepest is nearest.
std::pair<std::size_t, std::size_t> distance(const std::vector<Violation>& faults, const std::string& path) {
  std::size_t far = 0;
  for (const Violation& fault : faults) {
    const bool is_own = fault.path == path;
    far += fault.rule == Rule::type && is_own ? 10'000 : fault.rule == Rule::choice ? 100 : 1;
  }
  return {far, 1'000'000 - std::min<std::size_t>(faults.front().path.size(), 1'000'000)};
}

// What a form allows, where it is no more than a const or an enum.
bool add_choices(const SchemaNode& form, std::vector<const json::Value*>& choices) {
  if (form.constant) choices.push_back(form.constant);
  if (!form.constant && form.one_of_values)
    for (const json::Value& choice : *form.one_of_values) choices.push_back(&choice);
  return form.constant || form.one_of_values;
}

}  // namespace

const SchemaNode& Evaluation::dynamic_target(const SchemaNode& node) {
  // https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2: the outermost that has the anchor.
  const SchemaNode* target = node.dynamic_reference;
  if (node.dynamic_anchor.empty()) return *target;
  for (const Scope* scope = scope_; scope && spend(1); scope = scope->outer) {
    const auto found = scope->resource->dynamic_anchors.find(node.dynamic_anchor);
    if (found != scope->resource->dynamic_anchors.end()) target = found->second;
  }
  return *target;
}

// One schema of several, judged: its faults are not those of the value. What it has looked at counts when it fits.
bool Evaluation::branch(const SchemaNode& node, const json::Value& value, Evaluated* evaluated) {
  const Mode mode = mode_;
  mode_ = Mode::judging;
  bool fits = false;
  if (evaluated) {
    Evaluated own = *evaluated;
    fits = check(node, value, &own);
    if (fits) evaluated->add(own);
  } else {
    fits = check(node, value, nullptr);
  }
  mode_ = mode;
  return fits;
}

std::vector<Violation> Evaluation::violations_in(const SchemaNode& node, const json::Value& value) {
  std::vector<Violation> faults;
  faults.swap(faults_);
  check(node, value, nullptr);
  faults.swap(faults_);
  return faults;
}

bool Evaluation::check_combinations(const SchemaNode& node, const json::Value& value, Evaluated* evaluated) {
  bool fits = true;
  const auto goes_on = [&] { return fits || !is_judging(); };
  if (node.reference) fits &= check(*node.reference, value, evaluated);
  if (node.dynamic_reference && goes_on()) fits &= check(dynamic_target(node), value, evaluated);
  for (const SchemaNode* part : node.all_of)
    if (goes_on()) fits &= check(*part, value, evaluated);
  if (!node.any_of.empty() && goes_on()) fits &= check_any_of(node.any_of, value, evaluated);
  if (!node.one_of.empty() && goes_on()) fits &= check_one_of(node.one_of, value, evaluated);
  if (node.not_schema && goes_on() && branch(*node.not_schema, value, nullptr))
    fits = fault([&] { return not_fault(*node.not_schema, value); });
  if (node.if_schema && goes_on()) fits &= check_condition(node, value, evaluated);
  if (const json::Object* object = value.if_object(); object && spend(node.dependent_schemas.size()))
    for (const auto& [name, part] : node.dependent_schemas)
      if (goes_on() && object->contains({name.data(), name.size()})) fits &= check(*part, value, evaluated);
  return fits;
}

bool Evaluation::check_condition(const SchemaNode& node, const json::Value& value, Evaluated* evaluated) {
  if (!node.then_schema && !node.else_schema && !evaluated) return true;
  const SchemaNode* then = branch(*node.if_schema, value, evaluated) ? node.then_schema : node.else_schema;
  return !then || check(*then, value, evaluated);
}

bool Evaluation::check_any_of(const SchemaNode::Parts& forms, const json::Value& value, Evaluated* evaluated) {
  bool fits = false;
  for (const SchemaNode* form : forms) {
    fits |= branch(*form, value, evaluated);
    if (fits && !evaluated) return true;
  }
  if (fits || is_judging()) return fits;
  return explain_forms(forms, value);
}

bool Evaluation::check_one_of(const SchemaNode::Parts& forms, const json::Value& value, Evaluated* evaluated) {
  std::size_t fitting = 0;
  for (const SchemaNode* form : forms) {
    fitting += branch(*form, value, evaluated) ? 1 : 0;
    if (fitting > 1 && is_judging()) return false;
  }
  if (fitting == 1) return true;
  if (fitting > 1)
    return fault([&] {
      return "must fit exactly one of " + std::to_string(forms.size()) + " forms, fits " + std::to_string(fitting);
    });
  return is_judging() ? false : explain_forms(forms, value);
}

// None fits. Forms that differ only in type, or only in a value, are named together; otherwise the nearest speaks.
bool Evaluation::explain_forms(const SchemaNode::Parts& forms, const json::Value& value) {
  const std::string here = path();
  std::vector<Violation> nearest;
  unsigned char types = 0;
  bool only_types = true;
  bool only_choices = true;
  std::vector<const json::Value*> choices;
  for (const SchemaNode* form : forms) {
    std::vector<Violation> faults = violations_in(*form, value);
    if (faults.empty()) return false;  // given up
    const bool is_alone = faults.size() == 1 && faults.front().path == here;
    only_types &= is_alone && faults.front().rule == Rule::type && form->types != 0;
    only_choices &= is_alone && add_choices(*form, choices);
    types |= form->types;
    if (nearest.empty() || distance(faults, here) < distance(nearest, here)) nearest = std::move(faults);
  }
  if (only_types) return fault_of_type(types, value);
  if (only_choices) return fault(Rule::choice, [&] { return choice_fault(choices, value); });
  for (Violation& found : nearest) {
    if (faults_.size() >= max_violations) break;
    if (found.path == here && forms.size() > 1)
      found.message = "must fit one of " + std::to_string(forms.size()) + " forms; the closest says: " + found.message;
    faults_.push_back(std::move(found));
  }
  return false;
}

}  // namespace pagewright::schema
