// One thing that the operator may choose: by a flag, by a variable of the environment, or in the configuration file.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/cli/command_line.hpp"

namespace pagewright::cli {

struct Setting {
  enum class Kind : unsigned char { text, integer, boolean };

  std::string key;       // in the file; the flag is "--" before it
  std::string variable;  // of the environment
  std::string what;      // what it is for, in a line
  Kind kind = Kind::text;
  bool is_secret = false;  // not shown, and may come from a file: key-file, VARIABLE_FILE
  bool has_flag = true;    // what is on the command line stands in the list of processes
  // Takes a value; gives what is wrong with it ("must be …"), or nothing.
  std::function<std::string(std::string_view)> set;
  std::function<std::string()> get;
};

// All that `command` has. It outlives them; where they stand is the order in which they are shown.
[[nodiscard]] std::vector<Setting> settings_of(ServeCommand& command);
// Where everything is kept: what all commands that look into it take.
[[nodiscard]] std::vector<Setting> settings_of_place(std::filesystem::path& data, std::string& database_url);

// What is wrong with values that are right by themselves, each a sentence that names their keys.
[[nodiscard]] std::vector<std::string> contradictions(const ServeCommand& command);

}  // namespace pagewright::cli
