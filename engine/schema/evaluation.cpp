#include "engine/schema/evaluation.hpp"

#include <algorithm>
#include <boost/json/monotonic_resource.hpp>

#include "engine/json/pointer.hpp"
#include "engine/schema/number.hpp"
#include "engine/schema/unique_items.hpp"

namespace pagewright::schema {
namespace {

constexpr std::size_t bytes_of_a_step = 64;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t size_of(const json::Value& value) {
  if (const json::Object* object = value.if_object()) return object->size();
  const json::Array* array = value.if_array();
  return array ? array->size() : 0;
}

const json::Value* member_of(const json::Object& object, std::string_view name) {
  return object.if_contains({name.data(), name.size()});
}

}  // namespace

std::size_t weight_of(const json::Value& value) {
  std::size_t weight = 1;
  if (const json::String* text = value.if_string()) weight += text->size() / bytes_of_a_step;
  if (const json::Array* items = value.if_array())
    for (const json::Value& item : *items) weight += weight_of(item);
  if (const json::Object* object = value.if_object())
    for (const auto& member : *object) weight += member.key().size() / bytes_of_a_step + weight_of(member.value());
  return weight;
}

bool Evaluation::fits(const SchemaNode& node, const json::Value& value) {
  const Scope whole{node.resource, nullptr};
  scope_ = &whole;
  const bool fits = check(node, value, nullptr);
  scope_ = nullptr;
  return fits && !has_given_up_;
}

std::vector<Violation> Evaluation::explain(const SchemaNode& node, const json::Value& value) {
  mode_ = Mode::explaining;
  const bool has_fitted = fits(node, value);
  mode_ = Mode::judging;
  if (has_given_up_) return {{"", "is too deep or too intricate to check"}};
  if (has_fitted) return {};
  return std::move(faults_);
}

bool Evaluation::spend(std::size_t steps) {
  if (steps > budget_.steps) has_given_up_ = true;
  budget_.steps -= std::min(steps, budget_.steps);
  return !has_given_up_;
}

bool Evaluation::matches(const Pattern& pattern, std::string_view text) {
  const bool is_match = pattern.matches(text, budget_.pattern_steps);
  if (budget_.pattern_steps == 0) has_given_up_ = true;
  return is_match;
}

bool Evaluation::fault_of_type(unsigned char types, const json::Value& value) {
  if (is_judging()) return false;
  return fault(Rule::type, [&] { return type_fault(types, value); }, type_keywords(types));
}

bool Evaluation::fault_of_unknown(std::string_view name) {
  return fault(Rule::unknown, [&] { return "must not have " + shown(name) + ", which is not known"; }, name);
}

std::string Evaluation::path() const {
  std::vector<const Step*> steps;
  for (const Step* step = step_; step; step = step->outer) steps.push_back(step);
  std::string path;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    path = json::pointer_to(path, (*step)->key.data() ? std::string((*step)->key) : std::to_string((*step)->index));
  return path;
}

bool Evaluation::check(const SchemaNode& node, const json::Value& value, Evaluated* evaluated) {
  if (has_given_up_ || !spend(1)) return false;
  if (nesting_ >= max_nesting) {
    has_given_up_ = true;
    return false;
  }
  if (node.refuses_all) return fault([] { return std::string("must not be there"); });
  if (node.types != 0 && !(node.types & types_of(value))) return fault_of_type(node.types, value);
  if (!node.has_assertions) return true;

  const Scope inner{node.resource, scope_};
  const Scope* outer = scope_;
  if (node.resource != outer->resource) scope_ = &inner;
  ++nesting_;
  const bool keeps_record = node.unevaluated_properties || node.unevaluated_items;
  const bool fits = keeps_record ? check_with_record(node, value, evaluated) : check_assertions(node, value, evaluated);
  --nesting_;
  scope_ = outer;
  return fits;
}

// Each check runs even where an earlier one found a fault, when all are to be explained.
bool Evaluation::check_assertions(const SchemaNode& node, const json::Value& value, Evaluated* evaluated) {
  bool fits = true;
  const auto also = [&](bool holds) {
    fits &= holds;
    return fits || !is_judging();
  };
  if ((node.constant || node.one_of_values) && !also(check_choice(node, value))) return false;
  if (value.is_number()) {
    if (!also(check_number(node, value))) return false;
  } else if (value.is_string()) {
    if (!also(check_string(node, value))) return false;
  } else if (const json::Array* array = value.if_array()) {
    if (!also(check_array(node, *array, evaluated))) return false;
  } else if (const json::Object* object = value.if_object()) {
    if (!also(check_object(node, *object, evaluated))) return false;
  }
  if (node.format != Format::annotation && !also(check_format(node, value))) return false;
  if (node.has_combinations) also(check_combinations(node, value, evaluated));
  return fits;
}

bool Evaluation::check_with_record(const SchemaNode& node, const json::Value& value, Evaluated* evaluated) {
  if (!spend(size_of(value) / 64)) return false;
  Evaluated own(size_of(value));
  if (!check_assertions(node, value, &own) || !check_unevaluated(node, value, own)) return false;
  if (evaluated) evaluated->add(own);
  return true;
}

bool Evaluation::check_unevaluated(const SchemaNode& node, const json::Value& value, Evaluated& evaluated) {
  bool fits = true;
  std::size_t index = 0;
  if (const json::Object* object = value.if_object(); object && node.unevaluated_properties) {
    for (const auto& member : *object) {
      const std::size_t at = index++;
      if (evaluated.has(at)) continue;
      evaluated.mark(at);
      const std::string_view name = json::view(member.key());
      if (node.unevaluated_properties->refuses_all)
        fits = fault_of_unknown(name);
      else
        fits &= check_part(*node.unevaluated_properties, member.value(), name);
      if (!fits && is_judging()) return false;
    }
  }
  if (const json::Array* array = value.if_array(); array && node.unevaluated_items) {
    for (const json::Value& item : *array) {
      const std::size_t at = index++;
      if (evaluated.has(at)) continue;
      evaluated.mark(at);
      fits &= check_part(*node.unevaluated_items, item, {}, at);
      if (!fits && is_judging()) return false;
    }
  }
  return fits;
}

bool Evaluation::check_choice(const SchemaNode& node, const json::Value& value) {
  if (!spend(node.choice_weight)) return false;
  if (node.constant && !json::equal(*node.constant, value))
    return fault(Rule::choice, [&] { return choice_fault({node.constant}, value); });
  if (!node.one_of_values) return true;
  const auto is_equal = [&](const json::Value& allowed) { return json::equal(allowed, value); };
  if (std::ranges::any_of(*node.one_of_values, is_equal)) return true;
  return fault(Rule::choice, [&] {
    std::vector<const json::Value*> choices;
    for (const json::Value& choice : *node.one_of_values) choices.push_back(&choice);
    if (choices.empty()) return std::string("must be nothing at all");
    return choice_fault(choices, value);
  });
}

bool Evaluation::check_number(const SchemaNode& node, const json::Value& number) {
  bool fits = true;
  const auto expect = [&](bool holds, const char* must, const json::Value* bound) {
    if (holds) return;
    fits = fault([&] { return must + json::serialize(*bound) + ", is " + json::serialize(number); });
  };
  if (node.minimum) expect(compare_numbers(number, *node.minimum) >= 0, "must be at least ", node.minimum);
  if (node.maximum) expect(compare_numbers(number, *node.maximum) <= 0, "must be at most ", node.maximum);
  if (node.exclusive_minimum)
    expect(compare_numbers(number, *node.exclusive_minimum) > 0, "must be greater than ", node.exclusive_minimum);
  if (node.exclusive_maximum)
    expect(compare_numbers(number, *node.exclusive_maximum) < 0, "must be less than ", node.exclusive_maximum);
  if (node.multiple_of) expect(is_multiple(number, *node.multiple_of), "must be a multiple of ", node.multiple_of);
  return fits;
}

bool Evaluation::check_string(const SchemaNode& node, const json::Value& value) {
  const std::string_view text = json::view(value.get_string());
  bool fits = true;
  if ((node.min_length || node.max_length) && !spend(text.size() / bytes_of_a_step)) return false;
  if (node.min_length || node.max_length)
    fits = check_count(code_points(text), node.min_length, node.max_length, "character");
  if (node.pattern && (fits || !is_judging()) && !matches(*node.pattern, text))
    fits = fault(
        Rule::pattern,
        [&] { return "must match the pattern " + std::string(node.pattern_source) + ", is " + shown(text); },
        node.pattern_source);
  return fits;
}

bool Evaluation::check_count(std::size_t count, std::optional<std::size_t> least, std::optional<std::size_t> most,
                             std::string_view noun) {
  const auto too = [&](Rule rule, const char* must, std::size_t bound) {
    return fault(rule, [&] { return must + plural(bound, noun) + ", is " + std::to_string(count); });
  };
  if (least && count < *least) return too(Rule::too_few, "must be at least ", *least);
  if (most && count > *most) return too(Rule::too_many, "must be at most ", *most);
  return true;
}

bool Evaluation::check_format(const SchemaNode& node, const json::Value& value) {
  // A regular expression is compiled: a short one may make a large program.
  constexpr std::size_t steps_of_a_program = 500;
  const bool is_program = node.format == Format::regex && value.is_string();
  if (!spend(is_program ? steps_of_a_program + value.get_string().size() : weight_of(value))) return false;
  bool fits = true;
  for (const FormatFault& found : faults_of_format(node.format, value)) {
    if (is_judging()) return false;
    const bool is_kept = faults_.size() < max_violations;
    fits = fault([&] { return value.is_string() ? found.message + ", is " + shown(value) : found.message; });
    if (is_kept) faults_.back().path += found.path;
  }
  return fits;
}

bool Evaluation::check_part(const SchemaNode& node, const json::Value& value, std::string_view key, std::size_t index) {
  const Step step{step_, key, index};
  step_ = &step;
  const bool fits = check(node, value, nullptr);
  step_ = step.outer;
  return fits;
}

bool Evaluation::check_array(const SchemaNode& node, const json::Array& array, Evaluated* evaluated) {
  bool fits = check_count(array.size(), node.min_items, node.max_items, "item");
  if (!fits && is_judging()) return false;
  const std::size_t checked = node.items ? array.size() : std::min(array.size(), node.prefix_items.size());
  for (std::size_t i = 0; i < checked; ++i) {
    const SchemaNode& part = i < node.prefix_items.size() ? *node.prefix_items[i] : *node.items;
    fits &= check_part(part, array[i], {}, i);
    if (evaluated) evaluated->mark(i);
    if (!fits && (is_judging() || faults_.size() >= max_violations)) return false;
  }
  if (node.contains && (fits || !is_judging())) fits &= check_contains(node, array, evaluated);
  if (node.has_unique_items && (fits || !is_judging())) fits &= check_unique(array);
  return fits;
}

bool Evaluation::check_contains(const SchemaNode& node, const json::Array& array, Evaluated* evaluated) {
  const std::size_t least = node.min_contains.value_or(1);
  std::size_t count = 0;
  for (std::size_t i = 0; i < array.size(); ++i) {
    if (count >= least && !node.max_contains && !evaluated) break;
    if (!branch(*node.contains, array[i], nullptr)) continue;
    ++count;
    if (evaluated) evaluated->mark(i);
  }
  if (count < least)
    return fault([&] {
      return "must have at least " + plural(least, "item") + " of the kind that is asked for, has " +
             std::to_string(count);
    });
  if (node.max_contains && count > *node.max_contains)
    return fault([&] {
      return "must have at most " + plural(*node.max_contains, "item") + " of the kind that is asked for, has " +
             std::to_string(count);
    });
  return true;
}

bool Evaluation::check_unique(const json::Array& array) {
  for (const json::Value& item : array)
    if (!spend(weight_of(item))) return false;
  std::size_t steps = budget_.steps;
  const auto pair = equal_items(array, steps);
  spend(budget_.steps - steps);
  if (steps == 0) has_given_up_ = true;
  if (!pair) return !has_given_up_;
  return fault([&] {
    return "must have no item twice; items " + std::to_string(pair->first + 1) + " and " +
           std::to_string(pair->second + 1) + " are equal";
  });
}

bool Evaluation::check_object(const SchemaNode& node, const json::Object& object, Evaluated* evaluated) {
  bool fits = check_count(object.size(), node.min_properties, node.max_properties, "property");
  if (!fits && is_judging()) return false;
  if (!spend(node.required.size() + node.dependent_required.size())) return false;
  for (const std::string_view name : node.required) {
    if (member_of(object, name)) continue;
    fits = fault(Rule::missing, [&] { return "must have " + shown(name) + ", which is missing"; }, name);
    if (is_judging()) return false;
  }
  for (const auto& [cause, names] : node.dependent_required) {
    if (!member_of(object, cause)) continue;
    if (!spend(names.size())) return false;
    for (const std::string_view name : names) {
      if (member_of(object, name)) continue;
      fits = fault(Rule::missing, [&] { return "must have " + shown(name) + ", since it has " + shown(cause); }, name);
      if (is_judging()) return false;
    }
  }
  const bool looks_at_members = !node.properties.empty() || !node.pattern_properties.empty() || node.additional;
  std::size_t index = 0;
  if (looks_at_members) {
    for (const auto& member : object) {
      fits &= check_member(node, json::view(member.key()), member.value(), evaluated, index++);
      if (!fits && (is_judging() || faults_.size() >= max_violations)) return false;
    }
  }
  if (node.property_names) fits &= check_names(node, object);
  return fits;
}

bool Evaluation::check_member(const SchemaNode& node, std::string_view name, const json::Value& value,
                              Evaluated* evaluated, std::size_t index) {
  bool fits = true;
  bool is_known = false;
  if (const SchemaNode* part = node.find_property(name)) {
    is_known = true;
    fits = check_part(*part, value, name);
  }
  for (const auto& [pattern, part] : node.pattern_properties) {
    if (!matches(pattern, name)) continue;
    is_known = true;
    fits &= check_part(*part, value, name);
  }
  if (!is_known && node.additional) {
    is_known = true;
    if (node.additional->refuses_all)
      fits = fault_of_unknown(name);
    else
      fits = check_part(*node.additional, value, name);
  }
  if (is_known && evaluated) evaluated->mark(index);
  return fits;
}

bool Evaluation::check_names(const SchemaNode& node, const json::Object& object) {
  bool fits = true;
  for (const auto& member : object) {
    if (!spend(member.key().size() / bytes_of_a_step)) return false;
    // Names become values to be checked; the buffer spares the allocation of all but very long ones.
    unsigned char buffer[512];
    boost::json::monotonic_resource memory(buffer, sizeof buffer);
    const json::Value name(member.key(), &memory);
    if (branch(*node.property_names, name, nullptr)) continue;
    if (is_judging()) return false;
    for (const Violation& found : violations_in(*node.property_names, name))
      fits = fault([&] { return "the name " + shown(name) + " " + found.message; });
    fits = false;
  }
  return fits;
}

std::vector<Violation> violations_of(const SchemaNode& node, const json::Value& value, Budget& budget) {
  if (Evaluation(budget).fits(node, value)) return {};
  Budget more;
  return Evaluation(more).explain(node, value);
}

}  // namespace pagewright::schema
