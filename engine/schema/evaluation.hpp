// Checks a value against SchemaNodes, twice at most: first to judge, which stops at the first fault and allocates
// nothing; then, for what does not fit, to explain every fault.
#pragma once

#include "engine/schema/compiled_schema.hpp"
#include "engine/schema/evaluated.hpp"
#include "engine/schema/messages.hpp"

namespace pagewright::schema {

// What checking may cost, since anyOf within $ref can multiply it. One budget may serve several checks.
struct Budget {
  std::size_t steps = 1'000'000;
  std::size_t pattern_steps = 5'000'000;
};

class Evaluation {
 public:
  explicit Evaluation(Budget& budget) : budget_(budget) {}

  [[nodiscard]] bool fits(const SchemaNode& node, const json::Value& value);
  // Nothing where it fits; at most 20. One, where the budget did not suffice: giving up must not look like fitting.
  [[nodiscard]] std::vector<Violation> explain(const SchemaNode& node, const json::Value& value);

 private:
  enum class Mode : bool { judging, explaining };
  // The path to the value that is being checked, and the resources that were entered on the way: both on the stack.
  struct Step {
    const Step* outer;
    std::string_view key;
    std::size_t index;
  };
  struct Scope {
    const SchemaResource* resource;
    const Scope* outer;
  };

  // Each is true when the value fits. Where `evaluated` is given, members and items that were looked at are marked.
  bool check(const SchemaNode& node, const json::Value& value, Evaluated* evaluated);
  bool check_assertions(const SchemaNode& node, const json::Value& value, Evaluated* evaluated);
  bool check_with_record(const SchemaNode& node, const json::Value& value, Evaluated* evaluated);
  bool check_unevaluated(const SchemaNode& node, const json::Value& value, Evaluated& evaluated);
  bool check_choice(const SchemaNode& node, const json::Value& value);
  bool check_number(const SchemaNode& node, const json::Value& number);
  bool check_string(const SchemaNode& node, const json::Value& text);
  bool check_count(std::size_t count, std::optional<std::size_t> least, std::optional<std::size_t> most,
                   std::string_view noun);
  bool check_format(const SchemaNode& node, const json::Value& value);
  bool check_array(const SchemaNode& node, const json::Array& array, Evaluated* evaluated);
  bool check_contains(const SchemaNode& node, const json::Array& array, Evaluated* evaluated);
  bool check_unique(const json::Array& array);
  bool check_object(const SchemaNode& node, const json::Object& object, Evaluated* evaluated);
  bool check_member(const SchemaNode& node, std::string_view name, const json::Value& value, Evaluated* evaluated,
                    std::size_t index);
  bool check_names(const SchemaNode& node, const json::Object& object);
  bool check_part(const SchemaNode& node, const json::Value& value, std::string_view key, std::size_t index = 0);

  // evaluation_of_combinations.cpp
  bool check_combinations(const SchemaNode& node, const json::Value& value, Evaluated* evaluated);
  bool check_any_of(const SchemaNode::Parts& forms, const json::Value& value, Evaluated* evaluated);
  bool check_one_of(const SchemaNode::Parts& forms, const json::Value& value, Evaluated* evaluated);
  bool check_condition(const SchemaNode& node, const json::Value& value, Evaluated* evaluated);
  bool explain_forms(const SchemaNode::Parts& forms, const json::Value& value);
  bool branch(const SchemaNode& node, const json::Value& value, Evaluated* evaluated);
  std::vector<Violation> violations_in(const SchemaNode& node, const json::Value& value);
  [[nodiscard]] const SchemaNode& dynamic_target(const SchemaNode& node);

  [[nodiscard]] bool is_judging() const { return mode_ == Mode::judging; }
  bool spend(std::size_t steps);
  bool matches(const Pattern& pattern, std::string_view text);
  [[nodiscard]] std::string path() const;

  bool fault_of_type(unsigned char types, const json::Value& value);
  bool fault_of_unknown(std::string_view name);
  // Records a fault where it is asked for: `make` gives its message.
  template <typename Make>
  bool fault(Rule rule, Make make, std::string_view subject = {}) {
    if (!is_judging() && faults_.size() < max_violations)
      faults_.push_back({path(), make(), rule, std::string(subject)});
    return false;
  }
  template <typename Make>
  bool fault(Make make) {
    return fault(Rule::other, make);
  }

  static constexpr std::size_t max_violations = 20;
  static constexpr unsigned max_nesting = 400;

  Budget& budget_;
  Mode mode_ = Mode::judging;
  const Step* step_ = nullptr;
  const Scope* scope_ = nullptr;
  unsigned nesting_ = 0;
  bool has_given_up_ = false;
  std::vector<Violation> faults_;
};

// All of it: judges within `budget`, and explains, within one of its own, only where it must.
[[nodiscard]] std::vector<Violation> violations_of(const SchemaNode& node, const json::Value& value, Budget& budget);

}  // namespace pagewright::schema
