// What was chosen where: flags go before the environment, that before the file, and that before what is usual.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/cli/configured.hpp"
#include "server/cli/setting.hpp"

namespace pagewright::cli {

// By key, as on the command line.
using Flags = std::map<std::string, std::string, std::less<>>;

// The configuration file's name in the data directory, where no other is named.
inline constexpr const char* configuration_file = "pagewright.toml";

// Where the file is and which of its keys are known.
struct ConfigurationFile {
  std::filesystem::path path;
  bool must_exist = false;                   // it was named
  std::vector<std::string> other_keys = {};  // that it may have, and that are not among the settings
};

// Sets all settings.
[[nodiscard]] Configuration configure(const std::vector<Setting>& settings, const Flags& flags,
                                      const ConfigurationFile& file);

// A secret as it may be shown: an address without its password, or stars.
[[nodiscard]] std::string masked(std::string_view secret);

}  // namespace pagewright::cli
