#include "server/api/request_check.hpp"

#include <charconv>

#include "server/api/field_errors.hpp"

namespace pagewright::api {
namespace {

template <typename Number>
json::Value number_or_text(std::string_view text) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return json::Value(json::String(text));
  return json::Value(number);
}

json::Value list_of(std::string_view text) {
  json::Array items;
  while (true) {
    const std::size_t comma = text.find(',');
    items.emplace_back(json::String(text.substr(0, comma)));
    if (comma == std::string_view::npos) return items;
    text.remove_prefix(comma + 1);
  }
}

// What is not of the parameter's type stays a text, which its schema then refuses.
json::Value value_of(std::string_view text, QueryParameter::Type type) {
  switch (type) {
    case QueryParameter::Type::integer:
      return number_or_text<std::int64_t>(text);
    case QueryParameter::Type::number:
      return number_or_text<double>(text);
    case QueryParameter::Type::boolean:
      if (text == "true" || text == "false") return json::Value(text == "true");
      break;
    case QueryParameter::Type::list:
      return list_of(text);
    case QueryParameter::Type::text:
      break;
  }
  return json::Value(json::String(text));
}

std::string sentence(const QueryParameter& parameter, const schema::Violation& violation) {
  const json::Value& schema = parameter.schema.source();
  const json::Value* least = json::find(schema, "minimum");
  const json::Value* most = json::find(schema, "maximum");
  std::string text = "The parameter " + parameter.name + " ";
  if (parameter.type == QueryParameter::Type::integer && least != nullptr && most != nullptr)
    return text + "must be a whole number from " + json::serialize(*least) + " to " + json::serialize(*most) + ".";
  return text + violation.message + ".";
}

Outcome<void> check_query(const Operation& operation, const http::Request& request) {
  for (const QueryParameter& parameter : operation.query) {
    const auto text = request.query_parameter(parameter.name);
    if (!text || text->empty()) {
      if (!parameter.is_required) continue;
      return std::unexpected(Problem::malformed("The parameter " + parameter.name + " is required."));
    }
    const auto violations = parameter.schema.validate(value_of(*text, parameter.type));
    if (!violations.empty()) return std::unexpected(Problem::malformed(sentence(parameter, violations.front())));
  }
  return {};
}

// Takes out the members that are null where the schema takes none. False: there was none.
bool forget_nulls(json::Value& body, const std::vector<schema::Violation>& violations) {
  bool has_forgotten = false;
  for (const schema::Violation& violation : violations) {
    if (violation.path.empty() || violation.path.find('/', 1) != std::string::npos) continue;
    boost::system::error_code fault;
    const json::Value* value = body.find_pointer(violation.path, fault);
    json::Object* object = body.if_object();
    if (value == nullptr || !value->is_null() || object == nullptr) continue;
    for (auto member = object->begin(); member != object->end(); ++member) {
      if (&member->value() != value) continue;
      object->stable_erase(member);
      has_forgotten = true;
      break;
    }
  }
  return has_forgotten;
}

Outcome<void> check_body(const Operation& operation, http::Request& request) {
  auto violations = operation.body->validate(request.json);
  if (!violations.empty() && forget_nulls(request.json, violations))
    violations = operation.body->validate(request.json);
  if (violations.empty()) return {};
  return std::unexpected(Problem::validation(operation.refusal, field_errors(violations, request.json)));
}

Task<Outcome<http::Response>> refuse(Problem problem) {
  co_return std::unexpected(std::move(problem));
}

}  // namespace

Outcome<void> check_request(const Operation& operation, http::Request& request) {
  TRY(check_query(operation, request));
  if (operation.body) TRY(check_body(operation, request));
  return {};
}

std::vector<http::Route> guarded(std::vector<http::Route> routes, const Description& description) {
  for (http::Route& route : routes) {
    const Operation* operation = description.find(route.operation);
    if (operation == nullptr) continue;
    route.scope = operation->scope;
    if (!operation->upload.empty()) route.body = http::BodyType::bytes;
    route.handler = [operation, answer = std::move(route.handler)](http::Request& request) {
      auto checked = check_request(*operation, request);
      return checked ? answer(request) : refuse(std::move(checked).error());
    };
  }
  return routes;
}

}  // namespace pagewright::api
