#include "server/metrics/process.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace pagewright::metrics {
namespace {

std::string contents(const char* file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The n-th field of /proc/self/stat as proc(5) counts them; those before the third hold the program's name.
double field_of_stat(const std::string& stat, int field) {
  std::istringstream rest(stat.substr(std::min(stat.size(), stat.rfind(')') + 2)));
  std::string value;
  for (int i = 3; i <= field; ++i) rest >> value;
  return std::strtod(value.c_str(), nullptr);
}

// Of /proc/stat: when the machine started, in seconds since 1970.
double boot_time() {
  std::istringstream lines(contents("/proc/stat"));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("btime ")) return std::strtod(line.c_str() + 6, nullptr);
  return 0;
}

double open_descriptors() {
  std::error_code fault;
  const std::filesystem::directory_iterator all("/proc/self/fd", fault);
  return fault ? 0 : static_cast<double>(std::distance(begin(all), end(all)) - 1);  // one of them reads this
}

}  // namespace

void write_process(Exposition& out) {
  const std::string stat = contents("/proc/self/stat");
  const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  const auto page = static_cast<double>(::sysconf(_SC_PAGESIZE));
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  out.counter("process_cpu_seconds_total", (field_of_stat(stat, 14) + field_of_stat(stat, 15)) / ticks,
              "User and system time of the processor.");
  out.gauge("process_resident_memory_bytes", field_of_stat(stat, 24) * page, "Memory that is in use.");
  out.gauge("process_virtual_memory_bytes", field_of_stat(stat, 23), "Memory that is reserved.");
  out.gauge("process_open_fds", open_descriptors(), "Open files and connections.");
  out.gauge("process_max_fds", static_cast<double>(limit.rlim_cur), "How many of them there may be.");
  out.gauge("process_threads", field_of_stat(stat, 20), "Threads.");
  out.gauge("process_start_time_seconds", boot_time() + field_of_stat(stat, 22) / ticks,
            "When the process started, since 1970.");
}

}  // namespace pagewright::metrics
