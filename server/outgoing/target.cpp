#include "server/outgoing/target.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "server/outgoing/address.hpp"

namespace pagewright::outgoing {
namespace {

constexpr std::size_t most_bytes = 2000;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

bool is_printable(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter > ' ' && letter != 0x7f; });
}

bool is_sane_port(std::string_view text) {
  unsigned port = 0;
  std::from_chars(text.data(), text.data() + text.size(), port);
  return port == 80 || port == 443 || port >= 1024;
}

// "[::1]" or "127.0.0.1": libcurl has written "127.1", "0x7f000001" and the like in this form already.
bool is_private_literal(std::string_view host) {
  if (host.starts_with('[')) return !is_public(host.substr(1, host.find_first_of("%]") - 1));
  const bool is_numeric =
      std::ranges::all_of(host, [](char letter) { return (letter >= '0' && letter <= '9') || letter == '.'; });
  return is_numeric && !is_public(host);
}

}  // namespace

std::optional<std::string> fault_of_url(std::string_view url, Reach reach) {
  if (url.empty() || url.size() > most_bytes) return "must be a URL of at most 2000 characters";
  if (!is_printable(url)) return "must be a URL of ASCII characters, without spaces";
  const Url parsed(curl_url(), &curl_url_cleanup);
  // libcurl reads "https:///x" as the host x.
  const auto slashes = url.find("://");
  if (slashes == std::string_view::npos || url.substr(slashes + 3).starts_with('/'))
    return "must be a whole URL, such as https://example.org/hook";
  if (curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) != CURLUE_OK)
    return "must be a whole URL, such as https://example.org/hook";
  const std::string scheme = part(parsed, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return "must begin with https:// or http://";
  if (!part(parsed, CURLUPART_USER).empty() || !part(parsed, CURLUPART_PASSWORD).empty())
    return "must not contain a user or a password";
  const std::string host = part(parsed, CURLUPART_HOST);
  if (host.empty()) return "must name a host";
  if (reach == Reach::anywhere) return std::nullopt;
  if (!is_sane_port(part(parsed, CURLUPART_PORT, CURLU_DEFAULT_PORT)))
    return "must use port 80, 443, or one from 1024 on";
  if (is_private_literal(host)) return "must be on the public Internet: " + host + " is not";
  return std::nullopt;
}

}  // namespace pagewright::outgoing
