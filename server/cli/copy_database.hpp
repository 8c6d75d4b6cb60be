#pragma once

#include "server/cli/command_line.hpp"

namespace pagewright::cli {

// pagewright db copy: gives the exit code.
[[nodiscard]] int copy_database(const CopyCommand& command);

}  // namespace pagewright::cli
