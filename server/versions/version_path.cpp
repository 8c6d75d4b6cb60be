#include "server/versions/version_path.hpp"

#include <charconv>

#include "server/collaboration/branch_record.hpp"

namespace pagewright::versions {

Outcome<std::int64_t> version_number_in(const http::Request& request) {
  const std::string& text = request.parameter("number");
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number < 1)
    return std::unexpected(Problem::not_found("Versions are numbered from 1."));
  return number;
}

std::string branch_in(const http::Request& request) {
  return std::string(request.query_parameter("branch").value_or(collaboration::main_branch));
}

}  // namespace pagewright::versions
