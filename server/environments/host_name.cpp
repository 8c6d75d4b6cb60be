#include "server/environments/host_name.hpp"

#include <algorithm>

#include "server/sites/host_header.hpp"

namespace pagewright::environments {
namespace {

constexpr std::size_t longest_name = 253;
constexpr std::size_t longest_label = 63;
constexpr std::string_view separator = "://";

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(
             label, [](char letter) { return (letter >= 'a' && letter <= 'z') || is_digit(letter) || letter == '-'; });
}

}  // namespace

// RFC 1123, section 2.1: labels of letters, digits and hyphens; a last label of digits would be an address.
std::string fault_of_host(std::string_view host) {
  if (std::ranges::any_of(host, [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; }))
    return "must be written in letters of ASCII: of an international name the form that begins with xn--";
  if (host.find("://") != std::string_view::npos || host.find('/') != std::string_view::npos)
    return "must be a host name alone, such as www.example.org: the whole address belongs to baseUrl";
  if (host.find(':') != std::string_view::npos) return "must be a host name without a port";
  if (host.size() > longest_name) return "must be at most 253 characters";
  std::size_t labels = 0;
  std::string_view last;
  for (auto rest = host;; rest.remove_prefix(last.size() + 1)) {
    last = rest.substr(0, rest.find('.'));
    if (!is_label(last)) return "must be a host name such as www.example.org";
    ++labels;
    if (last.size() == rest.size()) break;
  }
  if (labels < 2) return "must be a whole name such as www.example.org";
  if (std::ranges::all_of(last, is_digit)) return "must be a name, not an IP address";
  return {};
}

std::string host_of_url(std::string_view url) {
  const auto at = url.find(separator);
  if (at == std::string_view::npos) return {};
  const auto authority = url.substr(at + separator.size());
  return sites::host_name(authority.substr(0, authority.find_first_of("/?#")));
}

std::string fault_of_base_url(std::string_view url) {
  constexpr const char* fault = "must be an address such as https://www.example.org, without a slash at the end";
  if (!url.starts_with("https://") && !url.starts_with("http://")) return fault;
  const bool is_plain = std::ranges::all_of(url, [](char letter) {
    return letter > ' ' && letter < 0x7f && std::string_view("\"<>\\^`{|}?#@'").find(letter) == std::string_view::npos;
  });
  const std::string host = host_of_url(url);
  if (!is_plain || host.empty() || url.ends_with('/') ||
      url.find("//", url.find(separator) + 3) != std::string_view::npos)
    return fault;
  return {};
}

}  // namespace pagewright::environments
