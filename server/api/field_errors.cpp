#include "server/api/field_errors.hpp"

#include <algorithm>

#include "engine/json/pointer.hpp"

namespace pagewright::api {
namespace {

using schema::Rule;
using schema::Violation;

constexpr std::string_view not_blank = "\\S";  // the pattern of texts that may not be empty

// "string or object" → "a string or an object". Null counts as absent: nobody is told to send it.
std::string with_articles(std::string_view types) {
  constexpr std::string_view between = " or ";
  std::string out;
  while (!types.empty()) {
    const std::string_view type = types.substr(0, types.find(between));
    types.remove_prefix(std::min(type.size() + between.size(), types.size()));
    if (type == "null") continue;
    if (!out.empty()) out += between;
    out += std::string_view("aeiou").contains(type.front()) ? "an " : "a ";
    out += type;
  }
  return out.empty() ? "null" : out;
}

const json::Value* value_at(const json::Value& body, const std::string& path) {
  boost::system::error_code fault;
  return body.find_pointer(path, fault);
}

bool is_empty_text(const json::Value* value) {
  return value != nullptr && value->is_string() && value->get_string().empty();
}

FieldError field_error(const Violation& violation, const json::Value& body) {
  const json::Value* value = value_at(body, violation.path);
  const FieldError empty{violation.path, "must not be empty", "too_short"};
  switch (violation.rule) {
    case Rule::type:
      return {violation.path,
              "must be " + with_articles(violation.subject) +
                  (value == nullptr ? "" : ", is " + std::string(json::type_name(*value))),
              "wrong_type"};
    case Rule::missing:
      return {json::pointer_to(violation.path, violation.subject), "is required", "required"};
    case Rule::unknown:
      return {json::pointer_to(violation.path, violation.subject), "is not known here", "unknown_field"};
    case Rule::choice:
      return {violation.path, violation.message, "not_allowed"};
    case Rule::too_few:
      return is_empty_text(value) ? empty : FieldError{violation.path, violation.message, "too_short"};
    case Rule::too_many:
      return {violation.path, violation.message, "too_long"};
    case Rule::pattern:
      return violation.subject == not_blank ? empty : FieldError{violation.path, violation.message, "invalid"};
    case Rule::other:
      return {violation.path, violation.message, "invalid"};
  }
  __builtin_unreachable();
}

}  // namespace

std::vector<FieldError> field_errors(const std::vector<Violation>& violations, const json::Value& body) {
  std::vector<FieldError> errors;
  for (const Violation& violation : violations) {
    FieldError error = field_error(violation, body);
    if (std::ranges::find(errors, error) == errors.end()) errors.push_back(std::move(error));
  }
  return errors;
}

}  // namespace pagewright::api
