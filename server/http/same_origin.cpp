#include "server/http/same_origin.hpp"

#include "server/http/header_names.hpp"

namespace pagewright::http {

bool is_from_another_origin(const Request& request) {
  if (const auto site = request.header("Sec-Fetch-Site"); !site.empty()) return site != "same-origin" && site != "none";
  const auto origin = request.header("Origin");
  if (origin.empty()) return false;
  constexpr std::string_view separator = "://";
  const auto at = origin.find(separator);
  if (at == std::string_view::npos) return true;  // "null": a sandboxed frame
  return !is_same_header(origin.substr(at + separator.size()), request.header("Host"));
}

}  // namespace pagewright::http
