#include "server/cli/print_configuration.hpp"

#include <algorithm>
#include <iostream>

namespace pagewright::cli {

int print_configuration(const ConfigCommand& command, std::ostream& out) {
  constexpr std::size_t widest = 60;
  std::size_t width = 0;
  for (const auto& value : command.configuration.values)
    width = std::max(width, std::min(widest, value.key.size() + value.text.size() + 3));
  for (const auto& value : command.configuration.values) {
    const std::string line = value.key + " = " + value.text;
    out << line << std::string(width > line.size() ? width - line.size() : 0, ' ') << "  # " << value.origin << '\n';
  }
  for (const auto& fault : command.configuration.faults) std::cerr << "pagewright: " << fault << '\n';
  return command.configuration.faults.empty() ? 0 : 2;
}

}  // namespace pagewright::cli
