// A request as routes see it: complete, within its limits, its caller known, a JSON body parsed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/json/value.hpp"
#include "server/http/body_reader.hpp"
#include "server/http/caller.hpp"

namespace pagewright::http {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options, other };

[[nodiscard]] std::string_view name_of(Method method);
[[nodiscard]] Method parse_method(std::string_view name);

struct Header {
  std::string name;
  std::string value;
};

using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::get;
  std::string target;  // as sent: path and query
  std::string path;    // percent-decoded, always begins with '/'
  Parameters query;    // decoded, in order
  std::vector<Header> headers;
  std::string body;

  std::string id;              // also in the answer's X-Request-Id and in every log line about it
  std::string remote_address;  // the client's, as told by a proxy on this machine if there is one
  bool is_upgrade = false;     // asks to become a WebSocket

  Parameters path_parameters;      // of the route: {"id", "…"} for /pages/:id
  std::optional<Caller> caller;    // set on every route whose Access is not anyone
  json::Value json;                // the parsed body of POST, PUT and PATCH with application/json; else null
  Parameters form;                 // the decoded fields of the body, in order, on routes that take a form
  BodyReader* arriving = nullptr;  // on routes that read their body themselves, which is not in `body` then

  // The first header of that name (case-insensitive), or empty.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  [[nodiscard]] std::optional<std::string_view> query_parameter(std::string_view name) const;
  // The path parameter `name`; the route must have it.
  [[nodiscard]] const std::string& parameter(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> cookie(std::string_view name) const;
  // The query parameter as an integer in [least, most]; `fallback` where it is absent; otherwise malformed.
  [[nodiscard]] Outcome<std::int64_t> integer_parameter(std::string_view name, std::int64_t fallback,
                                                        std::int64_t least, std::int64_t most) const;
};

}  // namespace pagewright::http
