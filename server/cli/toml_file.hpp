// The configuration file: keys with texts, numbers and booleans, one level deep.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/cli/setting.hpp"

namespace pagewright::cli {

struct TomlEntry {
  unsigned line = 0;
  std::string key;
  std::string text;   // the value as a flag would have it
  std::string place;  // "/srv/pages/pagewright.toml:3"
  // What it is in the file; nothing: an array, a table, a date …, which no setting takes.
  std::optional<Setting::Kind> kind;
};

struct TomlFile {
  std::vector<TomlEntry> entries;
  std::string fault;  // why there are none: it cannot be read, or is no TOML
};

[[nodiscard]] TomlFile read_toml(const std::filesystem::path& path);

// As the file writes it.
[[nodiscard]] std::string quoted_for_toml(std::string_view text);

}  // namespace pagewright::cli
