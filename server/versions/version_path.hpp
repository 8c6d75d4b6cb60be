// Which version, and which branch, a request is about.
#pragma once

#include <cstdint>
#include <string>

#include "server/http/request.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::versions {

// The number in the path; what is no number is no version: not_found.
[[nodiscard]] Outcome<std::int64_t> version_number_in(const http::Request& request);

// ?branch=, or main.
[[nodiscard]] std::string branch_in(const http::Request& request);

}  // namespace pagewright::versions
