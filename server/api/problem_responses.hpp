// The problem details that a route may answer with beside what its description says itself.
#pragma once

#include <vector>

#include "server/api/operation.hpp"
#include "server/http/router.hpp"

namespace pagewright::api {

// Those that follow from the route and its operation: whether it takes a body, needs a role, has parameters, changes
// something. By status.
[[nodiscard]] std::vector<ProblemKind> problems_of(const http::Route& route, const Operation& operation);

// The name of such a response among the document's components: "NotFound".
[[nodiscard]] std::string response_name(ProblemKind kind);

// All of them, for the document's components: name → response.
[[nodiscard]] json::Object problem_responses();

}  // namespace pagewright::api
