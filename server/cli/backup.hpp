#pragma once

#include <iosfwd>

#include "server/cli/command_line.hpp"

namespace pagewright::cli {

// pagewright backup and pagewright restore: give the exit code.
[[nodiscard]] int backup(const BackupCommand& command, std::ostream& out);
[[nodiscard]] int restore(const RestoreCommand& command, std::ostream& out);

}  // namespace pagewright::cli
