// Parts of a request target, decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/request.hpp"

namespace pagewright::http {

// Percent-decodes. Nothing for a broken escape, a NUL, or bytes that are no UTF-8.
[[nodiscard]] std::optional<std::string> decode_percent(std::string_view text);

// Splits and decodes "c=d&e": the query of a target, or a form as a browser sends it. Nothing where it is not of that
// form.
[[nodiscard]] std::optional<Parameters> parse_query(std::string_view query);

struct Target {
  std::string path;
  Parameters query;
};

// Splits and decodes "/a%20b?c=d&e". Nothing where the target is not of that form.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

}  // namespace pagewright::http
