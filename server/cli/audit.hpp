#pragma once

#include <iosfwd>

#include "server/cli/command_line.hpp"

namespace pagewright::cli {

// pagewright audit verify: says for each organisation how many rows of its audit log hold, and what is wrong with the
// first that does not. A server may be running meanwhile. Gives the exit code: 0 where all of it holds, 1 where
// something was changed, 2 where nothing can be said.
[[nodiscard]] int audit(const AuditCommand& command, std::ostream& out);

}  // namespace pagewright::cli
