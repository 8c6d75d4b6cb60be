#include "server/cli/toml_file.hpp"

#include <algorithm>

#define TOML_HEADER_ONLY 0
#include <toml++/toml.h>

namespace pagewright::cli {
namespace {

std::string place(const std::filesystem::path& path, const toml::source_region& source) {
  return path.string() + ":" + std::to_string(source.begin.line);
}

TomlEntry entry(const std::filesystem::path& path, const toml::key& key, const toml::node& value) {
  TomlEntry found{.line = key.source().begin.line,
                  .key = std::string(key.str()),
                  .text = {},
                  .place = place(path, key.source()),
                  .kind = std::nullopt};
  if (const auto* text = value.as_string()) {
    found.text = text->get();
    found.kind = Setting::Kind::text;
  } else if (const auto* number = value.as_integer()) {
    found.text = std::to_string(number->get());
    found.kind = Setting::Kind::integer;
  } else if (const auto* flag = value.as_boolean()) {
    found.text = flag->get() ? "true" : "false";
    found.kind = Setting::Kind::boolean;
  }
  return found;
}

}  // namespace

TomlFile read_toml(const std::filesystem::path& path) {
  TomlFile file;
  try {
    const toml::table table = toml::parse_file(path.string());
    for (const auto& [key, value] : table) file.entries.push_back(entry(path, key, value));
    // Faults are told from the top of the file on.
    std::ranges::sort(file.entries, {}, &TomlEntry::line);
  } catch (const toml::parse_error& fault) {
    // One that cannot be opened has no line.
    const bool has_line = fault.source().begin.line > 0;
    file.fault = (has_line ? place(path, fault.source()) : path.string()) + ": " + std::string(fault.description());
  }
  return file;
}

std::string quoted_for_toml(std::string_view text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + '"';
}

}  // namespace pagewright::cli
