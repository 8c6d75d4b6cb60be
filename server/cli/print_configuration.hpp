#pragma once

#include <iosfwd>

#include "server/cli/command_line.hpp"

namespace pagewright::cli {

// pagewright config: a configuration file of all that holds, each with where it was chosen, without secrets. Gives the
// exit code.
[[nodiscard]] int print_configuration(const ConfigCommand& command, std::ostream& out);

}  // namespace pagewright::cli
