#include "server/cli/doctor.hpp"

#include <sodium.h>

#include <algorithm>
#include <iostream>

namespace pagewright::cli {
namespace {

std::string_view name_of(Finding::Level level) {
  switch (level) {
    case Finding::Level::ok:
      return "ok    ";
    case Finding::Level::warn:
      return "warn  ";
    case Finding::Level::fail:
      return "fail  ";
  }
  __builtin_unreachable();
}

void print(const Finding& finding, std::ostream& out) {
  constexpr std::size_t width = 16;
  const std::string space(width - std::min(width, finding.about.size()), ' ');
  out << name_of(finding.level) << finding.about << space << finding.found << '\n';
  if (!finding.to_do.empty()) out << std::string(6 + width, ' ') << "→ " << finding.to_do << '\n';
}

void examine_configuration(const Configuration& configuration, Findings& findings) {
  for (const auto& fault : configuration.faults)
    findings.push_back({Finding::Level::fail, "configuration", fault + ".", "The server will not start like this."});
  if (configuration.faults.empty())
    findings.push_back({Finding::Level::ok, "configuration", "Nothing is wrong with it."});
}

}  // namespace

int doctor(const DoctorCommand& command, std::ostream& out) {
  if (sodium_init() < 0) {
    std::cerr << "pagewright: The cryptographic library cannot be started.\n";
    return 1;
  }
  Findings findings;
  examine_configuration(command.configuration, findings);
  examine_data_directory(command.serve, findings);
  examine_disk(command.serve, findings);
  examine_clock(findings);
  examine_database(command.serve, findings);
  examine_ports(command.serve, findings);
  examine_addresses(command.serve, findings);
  examine_mail(command.serve, findings);
  examine_storage(command.serve, findings);
  examine_backups(command.serve, now_milliseconds(), findings);
  for (const Finding& finding : findings) print(finding, out);
  return std::ranges::count(findings, Finding::Level::fail, &Finding::level) == 0 ? 0 : 1;
}

}  // namespace pagewright::cli
