// What a body does not keep of its schema, in the API's words and codes.
#pragma once

#include <vector>

#include "engine/schema/schema.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::api {

[[nodiscard]] std::vector<FieldError> field_errors(const std::vector<schema::Violation>& violations,
                                                   const json::Value& body);

}  // namespace pagewright::api
