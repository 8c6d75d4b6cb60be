#pragma once

#include "server/cli/command_line.hpp"

namespace pagewright::cli {

// pagewright migrate run|revert|status|generate: gives the exit code.
[[nodiscard]] int migrate(const MigrateCommand& command);

}  // namespace pagewright::cli
