#include "server/scenarios/described_answers.hpp"

#include <algorithm>

#include "server/api/problem_responses.hpp"

namespace pagewright::scenarios {
namespace {

const json::Value& problem_schema() {
  static const json::Value reference = json::Object{{"$ref", "#/components/schemas/Problem"}};
  return reference;
}

bool may_be_problem(const http::Route& route, const api::Operation& operation, unsigned status) {
  const auto kinds = api::problems_of(route, operation);
  return operation.response(status) != nullptr ||
         std::ranges::any_of(kinds, [&](ProblemKind kind) { return Problem{.kind = kind}.status() == status; });
}

}  // namespace

std::string DescribedAnswers::fault_of_example(const json::Value& schema, const json::Value& example,
                                               const std::string& place) {
  const auto violations = api::Description::of_program().compile(schema, place).validate(example);
  if (violations.empty()) return {};
  return place + violations.front().path + " " + violations.front().message;
}

const schema::Schema& DescribedAnswers::schema_of(const std::string& place, const json::Value& source) {
  const auto known = schemas_.find(place);
  if (known != schemas_.end()) return known->second;
  return schemas_.emplace(place, api::Description::of_program().compile(source, place)).first->second;
}

std::string DescribedAnswers::fault_of(const http::Route& route, const http::Response& response) {
  const api::Operation* operation = api::Description::of_program().find(route.operation);
  if (operation == nullptr) return "the route has no operation";
  const std::string status = std::to_string(response.status);
  const bool is_problem = response.status >= 400;
  const json::Object* described = operation->response(response.status);
  if (is_problem ? !may_be_problem(route, *operation, response.status) : described == nullptr)
    return "the status " + status + " is not described";
  const std::string_view type = response.header("Content-Type");
  if (described != nullptr && described->contains("content")) return {};
  const json::Value* schema = is_problem ? &problem_schema() : described->if_contains("schema");
  if (schema == nullptr) return response.body.view().empty() ? "" : "a body is not described for the status " + status;
  if (type != (is_problem ? "application/problem+json" : "application/json"))
    return "the Content-Type of the status " + status + " is " + std::string(type);
  const auto value = json::parse(response.body.view(), 1000);
  if (!value) return "the body of the status " + status + " is no JSON: " + value.error().message;
  const std::scoped_lock lock(mutex_);
  const auto violations = schema_of(is_problem ? "problem" : operation->id + " " + status, *schema).validate(*value);
  return violations.empty() ? "" : violations.front().path + " " + violations.front().message;
}

}  // namespace pagewright::scenarios
