// Checks a value against SchemaNodes. Work is bounded: by a number of steps, since anyOf within $ref can multiply.
#include <algorithm>
#include <cmath>

#include "engine/schema/compiled_schema.hpp"

namespace pagewright::schema {
namespace {

constexpr std::size_t max_violations = 20;
constexpr unsigned max_steps = 200'000;
constexpr unsigned max_nesting = 400;

std::string number_text(double number) {
  std::string out;
  json::append_number(out, number);
  return out;
}

// A value as it may be shown in a message.
std::string shown(const json::Value& value) {
  std::string text = json::serialize(value);
  if (text.size() <= 60) return text;
  std::size_t end = 57;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

bool is_whole(double number) {
  return std::isfinite(number) && std::floor(number) == number;
}

unsigned char types_of(const json::Value& value) {
  switch (value.kind()) {
    case boost::json::kind::null:
      return type_null;
    case boost::json::kind::bool_:
      return type_boolean;
    case boost::json::kind::int64:
    case boost::json::kind::uint64:
      return type_integer | type_number;
    case boost::json::kind::double_:
      return is_whole(value.get_double()) ? type_integer | type_number : type_number;
    case boost::json::kind::string:
      return type_string;
    case boost::json::kind::array:
      return type_array;
    case boost::json::kind::object:
      return type_object;
  }
  std::unreachable();
}

std::string type_names(unsigned char types) {
  constexpr std::string_view names[] = {"null",   "true or false", "a whole number", "a number",
                                        "a text", "a list",        "an object"};
  std::string out;
  for (unsigned bit = 0; bit < 7; ++bit) {
    if (!(types & (1U << bit))) continue;
    if (!out.empty()) out += " or ";
    out += names[bit];
  }
  return out;
}

std::string type_shown(const json::Value& value) {
  return type_names(value.is_double() ? type_number : static_cast<unsigned char>(types_of(value) & ~type_number));
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

class Validation {
 public:
  std::vector<Violation> run(const SchemaNode& node, const json::Value& value) {
    check(node, value);
    // Within anyOf and the like a fault of one branch is dropped; giving up must not look like fitting.
    if (has_given_up_) return {{"", "is too deep or too intricate to check"}};
    return std::move(violations_);
  }

 private:
  void check(const SchemaNode& node, const json::Value& value) {
    if (has_all()) return;
    if (++steps_ > max_steps || nesting_ >= max_nesting) {
      has_given_up_ = true;
      return;
    }
    ++nesting_;
    if (node.refuses_all)
      add("must not be there");
    else if (check_type(node, value))
      check_constraints(node, value);
    --nesting_;
  }

  [[nodiscard]] bool has_all() const { return violations_.size() >= max_violations || has_given_up_; }

  void add(std::string message) {
    if (violations_.size() < max_violations) violations_.push_back({path_, std::move(message)});
  }

  bool check_type(const SchemaNode& node, const json::Value& value) {
    if (node.types == 0 || (node.types & types_of(value))) return true;
    add("must be " + type_names(node.types) + ", is " + type_shown(value));
    return false;
  }

  void check_constraints(const SchemaNode& node, const json::Value& value) {
    if (node.reference) check(*node.reference, value);
    check_choice(node, value);
    if (value.is_number()) check_number(node, value.to_number<double>());
    if (value.is_string()) check_string(node, json::view(value.get_string()));
    if (value.is_array()) check_array(node, value.get_array());
    if (value.is_object()) check_object(node, value.get_object());
    for (const FormatFault& fault : faults_of_format(node.format, value)) {
      const std::size_t length = path_.size();
      path_ += fault.path;
      add(fault.message);
      path_.resize(length);
    }
    check_combinations(node, value);
  }

  void check_choice(const SchemaNode& node, const json::Value& value) {
    if (node.constant && !json::equal(*node.constant, value)) add("must be " + shown(*node.constant));
    if (!node.one_of_values) return;
    const auto is_equal = [&](const json::Value& allowed) { return json::equal(allowed, value); };
    if (std::ranges::any_of(*node.one_of_values, is_equal)) return;
    std::string choices;
    for (const json::Value& allowed : *node.one_of_values) {
      if (!choices.empty()) choices += ", ";
      choices += shown(allowed);
      if (choices.size() > 300) break;
    }
    add("must be one of " + choices + ", is " + shown(value));
  }

  void check_number(const SchemaNode& node, double number) {
    const std::string is = ", is " + number_text(number);
    if (node.minimum && number < *node.minimum) add("must be at least " + number_text(*node.minimum) + is);
    if (node.maximum && number > *node.maximum) add("must be at most " + number_text(*node.maximum) + is);
    if (node.exclusive_minimum && number <= *node.exclusive_minimum)
      add("must be greater than " + number_text(*node.exclusive_minimum) + is);
    if (node.exclusive_maximum && number >= *node.exclusive_maximum)
      add("must be less than " + number_text(*node.exclusive_maximum) + is);
    if (node.multiple_of && !is_multiple(number, *node.multiple_of))
      add("must be a multiple of " + number_text(*node.multiple_of) + is);
  }

  // 0.3 is a multiple of 0.1 for people, though not for doubles: the quotient may be off by rounding.
  static bool is_multiple(double number, double of) {
    const double quotient = number / of;
    if (!std::isfinite(quotient)) return false;
    const double nearest = std::floor(quotient + 0.5);
    return std::abs(quotient - nearest) <= 1e-9 * std::max(1.0, std::abs(nearest)) && (nearest != 0 || number == 0);
  }

  void check_string(const SchemaNode& node, std::string_view text) {
    if (node.min_length || node.max_length) {
      const std::size_t length = code_points(text);
      check_count(length, node.min_length, node.max_length, "character");
    }
    if (node.pattern && !node.pattern->matches(text)) add("must match the pattern " + std::string(node.pattern_source));
  }

  void check_count(std::size_t count, std::optional<std::size_t> least, std::optional<std::size_t> most,
                   std::string_view noun) {
    if (least && count < *least) add("must be at least " + plural(*least, noun) + ", is " + std::to_string(count));
    if (most && count > *most) add("must be at most " + plural(*most, noun) + ", is " + std::to_string(count));
  }

  static std::string plural(std::size_t count, std::string_view noun) {
    if (count == 1) return "1 " + std::string(noun);
    return std::to_string(count) + " " + (noun == "property" ? "properties" : std::string(noun) + "s");
  }

  void check_array(const SchemaNode& node, const json::Array& array) {
    check_count(array.size(), node.min_items, node.max_items, "item");
    for (std::size_t i = 0; i < array.size() && !has_all(); ++i) {
      const SchemaNode* part = i < node.prefix_items.size() ? node.prefix_items[i] : node.items;
      if (part) check_part(*part, array[i], std::to_string(i));
    }
    if (node.has_unique_items) check_unique(array);
  }

  void check_unique(const json::Array& array) {
    for (std::size_t i = 1; i < array.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) {
        if (++steps_ > max_steps) return add("has too many items to check that each is different");
        if (json::equal(array[i], array[k]))
          return add("must have no item twice; items " + std::to_string(k + 1) + " and " + std::to_string(i + 1) +
                     " are equal");
      }
  }

  void check_object(const SchemaNode& node, const json::Object& object) {
    check_count(object.size(), node.min_properties, node.max_properties, "property");
    for (const std::string_view name : node.required)
      if (!object.contains({name.data(), name.size()})) add("must have \"" + std::string(name) + "\"");
    if (node.properties.empty() && !node.additional) return;
    for (const auto& member : object) {
      const std::string_view name = json::view(member.key());
      const SchemaNode* part = node.find_property(name);
      if (!part && node.additional && node.additional->refuses_all)
        add("must not have \"" + std::string(name) + "\", which is not known");
      else if (part || node.additional)
        check_part(part ? *part : *node.additional, member.value(), name);
      if (has_all()) return;
    }
  }

  void check_part(const SchemaNode& node, const json::Value& value, std::string_view key) {
    const std::size_t length = path_.size();
    path_ = pointer_to(path_, key);
    check(node, value);
    path_.resize(length);
  }

  // The violations of one branch, kept apart.
  std::vector<Violation> attempt(const SchemaNode& node, const json::Value& value) {
    std::vector<Violation> outer;
    outer.swap(violations_);
    check(node, value);
    violations_.swap(outer);
    return outer;
  }

  void check_combinations(const SchemaNode& node, const json::Value& value) {
    for (const SchemaNode* part : node.all_of) check(*part, value);
    if (!node.any_of.empty()) check_any_of(node.any_of, value);
    if (!node.one_of.empty()) check_one_of(node.one_of, value);
    if (node.not_schema && attempt(*node.not_schema, value).empty()) add("must not be what \"not\" describes");
    if (!node.if_schema) return;
    const SchemaNode* branch = attempt(*node.if_schema, value).empty() ? node.then_schema : node.else_schema;
    if (branch) check(*branch, value);
  }

  // Where no form fits, the one with the fewest faults, and of these the one whose fault lies deepest, is what was
  // likely meant.
  void check_any_of(const std::vector<const SchemaNode*>& forms, const json::Value& value) {
    std::vector<Violation> closest;
    for (const SchemaNode* form : forms) {
      std::vector<Violation> faults = attempt(*form, value);
      if (faults.empty()) return;
      if (closest.empty() || distance(faults) < distance(closest)) closest = std::move(faults);
    }
    for (Violation& violation : closest) {
      if (violations_.size() >= max_violations) return;
      if (violation.path == path_ && forms.size() > 1)
        violation.message =
            "must fit one of " + std::to_string(forms.size()) + " forms; the closest says: " + violation.message;
      violations_.push_back(std::move(violation));
    }
  }

  static std::pair<std::size_t, std::size_t> distance(const std::vector<Violation>& faults) {
    return {faults.size(), 100'000 - std::min<std::size_t>(faults.front().path.size(), 100'000)};
  }

  void check_one_of(const std::vector<const SchemaNode*>& forms, const json::Value& value) {
    std::size_t fitting = 0;
    for (const SchemaNode* form : forms) fitting += attempt(*form, value).empty() ? 1 : 0;
    if (fitting == 0)
      check_any_of(forms, value);
    else if (fitting > 1)
      add("must fit exactly one of " + std::to_string(forms.size()) + " forms, fits " + std::to_string(fitting));
  }

  std::vector<Violation> violations_;
  std::string path_;
  unsigned steps_ = 0;
  unsigned nesting_ = 0;
  bool has_given_up_ = false;
};

}  // namespace

std::vector<Violation> violations_of(const SchemaNode& node, const json::Value& value) {
  return Validation().run(node, value);
}

}  // namespace pagewright::schema
