// What the doctor sees of the machine: directory, disk, clock, ports.
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "server/cli/data_directory.hpp"
#include "server/cli/doctor.hpp"
#include "server/http/server.hpp"

namespace pagewright::cli {
namespace {

using enum Finding::Level;

constexpr std::uint64_t megabyte = 1024 * 1024;
constexpr std::uint64_t scarce = 2048 * megabyte;
constexpr std::uint64_t too_little = 256 * megabyte;
// Nobody who runs this lives before it.
constexpr std::time_t beginning_of_2025 = 1'735'689'600;

// Of statfs(2): where locks and shared memory of SQLite cannot be relied on.
bool is_on_network(const std::filesystem::path& path) {
  constexpr std::array<unsigned long, 4> network{0x6969, 0xff534d42, 0xfe534d42, 0x517b};
  struct statfs status{};
  if (::statfs(path.c_str(), &status) != 0) return false;
  return std::ranges::find(network, static_cast<unsigned long>(status.f_type) & 0xffffffff) != network.end();
}

bool is_for_others(const std::filesystem::path& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && (status.st_mode & 0077U) != 0;
}

// Whether a server is at work there.
bool is_locked(const std::filesystem::path& data) {
  std::error_code fault;
  return std::filesystem::exists(data / "lock", fault) && !DataDirectory::open(data);
}

void examine_port(const ServeCommand& command, const std::string& host, unsigned short port, const std::string& about,
                  Findings& findings) {
  if (port == 0) return;
  http::Server probe(1);
  const auto listening = probe.listen(host, port, [](auto, auto&) {});
  if (listening) {
    findings.push_back({ok, about, host + ":" + std::to_string(port) + " is free."});
  } else if (is_locked(command.data)) {
    findings.push_back(
        {ok, about, host + ":" + std::to_string(port) + " is in use, and a server runs on this data directory."});
  } else {
    findings.push_back({fail, about, listening.error().detail, "Or choose another with --" + about + "."});
  }
}

}  // namespace

void examine_data_directory(const ServeCommand& command, Findings& findings) {
  const std::string about = "data directory";
  const std::string path = command.data.string();
  std::error_code fault;
  if (!std::filesystem::is_directory(command.data, fault)) {
    findings.push_back({warn, about, "There is none at " + path + " yet.",
                        "The server makes it at its first start; is it the right place?"});
    return;
  }
  if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0) {
    findings.push_back({fail, about, path + " cannot be read and written by this user.",
                        "Run this as the server's user, or chown it to that user."});
    return;
  }
  for (const auto& place : {command.data, command.data / "jwt.key"})
    if (is_for_others(place))
      findings.push_back(
          {warn, about, "Others may enter or read " + place.string() + ".", "chmod go= " + place.string()});
  if (command.database_url.empty() && is_on_network(command.data))
    findings.push_back({fail, about, path + " is on a network file system, and SQLite needs a local one.",
                        "Move it, or use PostgreSQL."});
  findings.push_back({ok, about, path + (is_locked(command.data) ? " is in use by a server." : " can be used.")});
}

void examine_disk(const ServeCommand& command, Findings& findings) {
  std::filesystem::path place = std::filesystem::absolute(command.data);
  std::error_code fault;
  while (!std::filesystem::exists(place, fault) && place.has_relative_path()) place = place.parent_path();
  struct statvfs status{};
  if (::statvfs(place.c_str(), &status) != 0) return;
  const std::uint64_t free = std::uint64_t{status.f_bavail} * status.f_frsize;
  const std::string sentence = std::to_string(free / megabyte) + " MB are free at " + place.string() + ".";
  if (free >= scarce) return findings.push_back({ok, "disk", sentence});
  findings.push_back(
      {free < too_little ? fail : warn, "disk", sentence, "Make room: on a full disk nothing can be saved."});
}

void examine_clock(Findings& findings) {
  const std::time_t now = std::time(nullptr);
  if (now < beginning_of_2025)
    return findings.push_back({fail, "clock", "It is " + to_iso8601(now_milliseconds()) + ", which is long ago.",
                               "Set the clock: tokens and certificates depend on it."});
  timex state{};
  const int result = ::adjtimex(&state);
  if (result == TIME_ERROR || (state.status & STA_UNSYNC) != 0)
    return findings.push_back({warn, "clock",
                               "It is " + to_iso8601(now_milliseconds()) + ", kept by this machine alone.",
                               "Let systemd-timesyncd or chrony keep it."});
  findings.push_back({ok, "clock", "It is " + to_iso8601(now_milliseconds()) + ", and synchronised."});
}

void examine_ports(const ServeCommand& command, Findings& findings) {
  examine_port(command, command.host, command.port, "port", findings);
  examine_port(command, command.host, command.sites_port, "sites-port", findings);
  examine_port(command, command.metrics_host, command.metrics_port, "metrics-port", findings);
}

}  // namespace pagewright::cli
