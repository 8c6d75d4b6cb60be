// Faults of statements that all databases report in the same words.
#pragma once

#include <string>

#include "server/problem/problem.hpp"

namespace pagewright::database {

// A UNIQUE, foreign key or CHECK is violated; `cause` names it, for the log.
[[nodiscard]] Problem constraint_violated(std::string cause);

// PostgreSQL has no texts with the character NUL, so no database takes them.
[[nodiscard]] Problem text_with_nul();

// A statement was ended because it took longer than it may.
[[nodiscard]] Problem statement_too_slow(std::string cause);

[[nodiscard]] Problem missing_parameter(std::size_t number, std::string_view sql);

// For the log: the cause and the beginning of the statement, which has no values in it.
[[nodiscard]] std::string with_statement(std::string cause, std::string_view sql);

}  // namespace pagewright::database
