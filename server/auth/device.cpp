#include "server/auth/device.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace pagewright::auth {
namespace {

using Names = std::pair<std::string_view, std::string_view>;  // what the text contains, what that is called

// The first that fits: most browsers claim to be several.
constexpr std::array<Names, 8> programs = {{{"Edg", "Edge"},
                                            {"OPR/", "Opera"},
                                            {"Firefox/", "Firefox"},
                                            {"FxiOS/", "Firefox"},
                                            {"Chrom", "Chrome"},
                                            {"CriOS/", "Chrome"},
                                            {"Safari/", "Safari"},
                                            {"curl/", "curl"}}};
constexpr std::array<Names, 7> systems = {{{"iPhone", "iPhone"},
                                           {"iPad", "iPad"},
                                           {"Android", "Android"},
                                           {"CrOS", "ChromeOS"},
                                           {"Windows", "Windows"},
                                           {"Mac OS X", "macOS"},
                                           {"Linux", "Linux"}}};

std::string_view name_among(std::span<const Names> names, std::string_view text) {
  const auto found =
      std::ranges::find_if(names, [&](const Names& name) { return text.find(name.first) != std::string_view::npos; });
  return found == names.end() ? std::string_view() : found->second;
}

}  // namespace

std::string device_name(std::string_view user_agent) {
  const std::string_view program = name_among(programs, user_agent);
  const std::string_view system = name_among(systems, user_agent);
  if (program.empty() && system.empty()) return "Unknown device";
  if (program.empty()) return std::string(system);
  return std::string(program) + (system.empty() ? "" : " on " + std::string(system));
}

std::string network_of(std::string_view address) {
  std::string text(address);
  std::array<char, INET6_ADDRSTRLEN> printed{};
  if (in_addr four{}; inet_pton(AF_INET, text.c_str(), &four) == 1) {
    four.s_addr &= htonl(0xFFFFFF00U);
    inet_ntop(AF_INET, &four, printed.data(), printed.size());
    return std::string(printed.data()) + "/24";
  }
  if (in6_addr six{}; inet_pton(AF_INET6, text.c_str(), &six) == 1) {
    std::fill(std::begin(six.s6_addr) + 6, std::end(six.s6_addr), 0);
    inet_ntop(AF_INET6, &six, printed.data(), printed.size());
    return std::string(printed.data()) + "/48";
  }
  return text;
}

}  // namespace pagewright::auth
