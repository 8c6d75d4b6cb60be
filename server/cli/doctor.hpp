// pagewright doctor: looks at an installation as it is configured, and says what is well and what to do about the rest.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/cli/command_line.hpp"

namespace pagewright::cli {

struct Finding {
  enum class Level : unsigned char { ok, warn, fail };
  Level level = Level::ok;
  std::string about;       // "disk"
  std::string found;       // a sentence
  std::string to_do = {};  // a sentence; of what is not ok
};
using Findings = std::vector<Finding>;

// Prints a line or two for each finding. Gives the exit code: 1 where something fails; warnings are no failure.
[[nodiscard]] int doctor(const DoctorCommand& command, std::ostream& out);

// The parts of it. Nothing is changed by any of them.
void examine_data_directory(const ServeCommand& command, Findings& findings);
void examine_disk(const ServeCommand& command, Findings& findings);
void examine_clock(Findings& findings);
void examine_database(const ServeCommand& command, Findings& findings);  // and the audit log in it
void examine_ports(const ServeCommand& command, Findings& findings);
void examine_mail(const ServeCommand& command, Findings& findings);
void examine_storage(const ServeCommand& command, Findings& findings);
void examine_addresses(const ServeCommand& command, Findings& findings);
void examine_backups(const ServeCommand& command, Milliseconds now, Findings& findings);

}  // namespace pagewright::cli
