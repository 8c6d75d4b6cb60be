#pragma once

#include "server/cli/command_line.hpp"

namespace pagewright::cli {

// pagewright serve: runs until SIGINT or SIGTERM, and gives the exit code.
[[nodiscard]] int serve(const ServeCommand& command);

}  // namespace pagewright::cli
