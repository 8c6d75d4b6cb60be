// What the doctor sees of addresses and of the mail server.
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "server/cli/configuration.hpp"
#include "server/cli/doctor.hpp"

namespace pagewright::cli {
namespace {

using enum Finding::Level;

constexpr int patience_milliseconds = 5000;

struct Place {
  std::string host;
  std::string port;
};

// Of "scheme://user:password@host:port/path".
Place place_of(std::string_view url, std::string_view usual_port) {
  url.remove_prefix(url.find("://") + 3);
  url = url.substr(0, url.find_first_of("/?"));
  if (const auto at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  const auto colon = url.rfind(':');
  const auto bracket = url.rfind(']');
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  std::string host(has_port ? url.substr(0, colon) : url);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return {.host = std::move(host), .port = std::string(has_port ? url.substr(colon + 1) : usual_port)};
}

// Why a connection to one address cannot be made; empty: it can.
std::string fault_of(const addrinfo& address) {
  const int descriptor = ::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return std::strerror(errno);
  int fault = ::connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
  if (fault == EINPROGRESS) {
    pollfd waiting{.fd = descriptor, .events = POLLOUT, .revents = 0};
    socklen_t size = sizeof fault;
    if (::poll(&waiting, 1, patience_milliseconds) == 0)
      fault = ETIMEDOUT;
    else
      ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &fault, &size);
  }
  ::close(descriptor);
  return fault == 0 ? "" : std::strerror(fault);
}

// The same, of any of the addresses that a name has.
std::string fault_of(const Place& place) {
  addrinfo* found = nullptr;
  const addrinfo wanted{.ai_flags = 0,
                        .ai_family = AF_UNSPEC,
                        .ai_socktype = SOCK_STREAM,
                        .ai_protocol = 0,
                        .ai_addrlen = 0,
                        .ai_addr = nullptr,
                        .ai_canonname = nullptr,
                        .ai_next = nullptr};
  if (const int fault = ::getaddrinfo(place.host.c_str(), place.port.c_str(), &wanted, &found); fault != 0)
    return ::gai_strerror(fault);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
  std::string sentence;
  for (const addrinfo* address = found; address != nullptr; address = address->ai_next)
    if (sentence = fault_of(*address); sentence.empty()) break;
  return sentence;
}

bool is_local(const std::string& host) {
  return host == "localhost" || host.starts_with("127.") || host == "::1";
}

void examine_address(const std::string& key, const std::string& url, const ServeCommand& command, Findings& findings) {
  if (url.empty()) {
    if (is_local(command.host)) return findings.push_back({ok, key, "Only this machine reaches the server."});
    return findings.push_back({warn, key, "The server is reached from outside, and does not know where.",
                               "Set " + key + ": links in e-mails lead there."});
  }
  if (url.starts_with("http://") && !is_local(place_of(url, "").host))
    return findings.push_back({warn, key, url + " is not encrypted: passwords can be read on their way.",
                               "Put a proxy with a certificate before it, and say https://."});
  findings.push_back({ok, key, url + " is what others see."});
}

}  // namespace

void examine_mail(const ServeCommand& command, Findings& findings) {
  if (command.smtp_url.find("://") == std::string::npos)
    return findings.push_back(
        {warn, "mail", "No e-mails are sent: invitations and new passwords need them.", "Set smtp-url and mail-from."});
  const Place place = place_of(command.smtp_url, command.smtp_url.starts_with("smtps") ? "465" : "25");
  const std::string sentence = place.host + ":" + place.port;
  if (const auto fault = fault_of(place); !fault.empty())
    return findings.push_back({fail, "mail", sentence + " is not reached: " + fault + ".",
                               "Check smtp-url, and that no firewall is between."});
  findings.push_back({ok, "mail", sentence + " is reached."});
  if (command.smtp_url.starts_with("smtp://") && command.smtp_url.find('@') != std::string::npos &&
      !is_local(place.host))
    findings.push_back({warn, "mail", "The mail server's password may travel unencrypted.",
                        "Say smtps:// where the server offers it."});
}

void examine_addresses(const ServeCommand& command, Findings& findings) {
  examine_address("url", command.url, command, findings);
  examine_address("sites-url", command.sites_url, command, findings);
  if (!command.url.empty() && !command.sites_url.empty() && command.url == command.sites_url)
    findings.push_back({fail, "sites-url", "Published sites and the editor have the same address.",
                        "Give the sites a host name of their own, so that nothing published reaches the editor."});
}

}  // namespace pagewright::cli
