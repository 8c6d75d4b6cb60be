#include "server/http/response_head.hpp"

namespace pagewright::http {
namespace {

void append_field(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  for (const char letter : value) {
    if (letter != '\r' && letter != '\n' && letter != '\0') head += letter;
  }
  head += "\r\n";
}

// RFC 9110, 8.6: these have no body and no Content-Length.
bool is_without_body(unsigned status) {
  return status < 200 || status == 204 || status == 304;
}

}  // namespace

std::string_view reason_of(unsigned status) {
  switch (status) {
    case 101:
      return "Switching Protocols";
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 507:
      return "Insufficient Storage";
    default:
      return "Unknown";
  }
}

std::string write_head(const Response& response, const HeadSettings& settings) {
  std::string head;
  head.reserve(512);
  head += "HTTP/1.1 ";
  head += std::to_string(response.status);
  head += ' ';
  head += reason_of(response.status);
  head += "\r\n";
  append_field(head, "Date", settings.date);
  for (const auto& header : response.headers) append_field(head, header.name, header.value);
  if (!is_without_body(response.status))
    append_field(head, "Content-Length", std::to_string(response.body.view().size()));
  if (!settings.keeps_alive) append_field(head, "Connection", "close");
  head += "\r\n";
  return head;
}

}  // namespace pagewright::http
