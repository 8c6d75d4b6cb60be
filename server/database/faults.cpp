#include "server/database/faults.hpp"

namespace pagewright::database {

Problem constraint_violated(std::string cause) {
  auto problem = Problem::conflict("The change conflicts with what is stored",
                                   "Something else already has this value, or refers to this.");
  problem.cause = std::move(cause);
  return problem;
}

Problem text_with_nul() {
  return Problem::validation("The text cannot be stored",
                             {{.path = "", .message = "must not contain the character NUL", .code = "invalid_text"}});
}

Problem statement_too_slow(std::string cause) {
  auto problem = Problem::unavailable("The database took too long over this. Nothing was changed: try again shortly.");
  problem.retry_after = 1;
  problem.cause = std::move(cause);
  return problem;
}

Problem missing_parameter(std::size_t number, std::string_view sql) {
  return Problem::internal("no value for $" + std::to_string(number) + " in: " + std::string(sql));
}

std::string with_statement(std::string cause, std::string_view sql) {
  constexpr std::size_t most = 400;
  cause += " in: ";
  return cause.append(sql.substr(0, most));
}

}  // namespace pagewright::database
