// The bytes of an answer before its body.
#pragma once

#include <string>
#include <string_view>

#include "server/http/response.hpp"

namespace pagewright::http {

[[nodiscard]] std::string_view reason_of(unsigned status);

struct HeadSettings {
  std::string_view date;
  bool keeps_alive = true;
};

// Status line, headers, Content-Length, the empty line. Line breaks in header values are dropped: they cannot start
// another header.
[[nodiscard]] std::string write_head(const Response& response, const HeadSettings& settings);

}  // namespace pagewright::http
