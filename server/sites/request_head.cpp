#include "server/sites/request_head.hpp"

#include <algorithm>

#include "server/http/header_names.hpp"

namespace pagewright::sites {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_visible(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char letter) { return static_cast<unsigned char>(letter) > ' ' && letter != 0x7f; });
}

// True when the comma-separated list names `token`.
bool names(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    if (http::is_same_header(trim(list.substr(0, end)), token)) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool parse_request_line(std::string_view line, RequestHead& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return false;
  head.method = line.substr(0, first);
  head.target = line.substr(first + 1, last - first - 1);
  const auto version = line.substr(last + 1);
  head.keeps_alive = version == "HTTP/1.1";
  return (version == "HTTP/1.1" || version == "HTTP/1.0") && !head.method.empty() && head.target.starts_with('/') &&
         is_visible(head.method) && is_visible(head.target);
}

bool parse_field(std::string_view line, RequestHead& head) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_visible(line.substr(0, colon))) return false;
  const auto name = line.substr(0, colon);
  const auto value = trim(line.substr(colon + 1));
  // By length first: most fields are none of ours.
  switch (name.size()) {
    case 4:
      if (http::is_same_header(name, "host")) head.host = value;
      break;
    case 5:
      if (http::is_same_header(name, "range")) head.range = value;
      break;
    case 6:
      if (head.cookie.empty() && http::is_same_header(name, "cookie")) head.cookie = value;
      break;
    case 8:
      if (http::is_same_header(name, "if-range")) head.if_range = value;
      break;
    case 10:
      if (http::is_same_header(name, "connection")) {
        if (names(value, "close")) head.keeps_alive = false;
        if (names(value, "keep-alive")) head.keeps_alive = true;
      }
      break;
    case 13:
      if (http::is_same_header(name, "if-none-match")) head.if_none_match = value;
      break;
    case 14:
      if (http::is_same_header(name, "content-length") && value != "0") head.has_body = true;
      break;
    case 15:
      if (http::is_same_header(name, "accept-encoding")) head.accept_encoding = value;
      break;
    case 17:
      if (http::is_same_header(name, "transfer-encoding")) head.has_body = true;
      break;
    default:
      break;
  }
  return true;
}

}  // namespace

ParsedHead parse_head(std::string_view bytes) {
  ParsedHead parsed;
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return parsed;
  parsed.size = end + 4;
  parsed.state = ParseState::malformed;
  auto rest = bytes.substr(0, end + 2);
  bool is_first = true;
  while (!rest.empty()) {
    const auto line_end = rest.find("\r\n");
    const auto line = rest.substr(0, line_end);
    rest.remove_prefix(line_end + 2);
    if (!(is_first ? parse_request_line(line, parsed.head) : parse_field(line, parsed.head))) return parsed;
    is_first = false;
  }
  parsed.state = ParseState::complete;
  return parsed;
}

}  // namespace pagewright::sites
