#include "server/http/accept_encoding.hpp"

#include <algorithm>

#include "server/http/header_names.hpp"

namespace pagewright::http {
namespace {

constexpr int not_mentioned = -1;

std::string_view trim(std::string_view text) {
  const auto first = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

// "0.75" as 750; a broken value counts as 0: not wanted.
int parse_quality(std::string_view text) {
  if (text.empty() || text[0] < '0' || text[0] > '1') return 0;
  int quality = (text[0] - '0') * 1000;
  if (text.size() > 2 && text[1] == '.') {
    int unit = 100;
    for (const char digit : text.substr(2, 3)) {
      if (digit < '0' || digit > '9') return 0;
      quality += (digit - '0') * unit;
      unit /= 10;
    }
  }
  return std::min(quality, 1000);
}

}  // namespace

Encoding choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip) {
  int brotli = not_mentioned;
  int gzip = not_mentioned;
  int identity = not_mentioned;
  int others = not_mentioned;
  while (!accept_encoding.empty()) {
    const auto end = std::min(accept_encoding.find(','), accept_encoding.size());
    const auto entry = accept_encoding.substr(0, end);
    accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
    const auto semicolon = std::min(entry.find(';'), entry.size());
    const auto name = trim(entry.substr(0, semicolon));
    const auto parameter = trim(entry.substr(std::min(semicolon + 1, entry.size())));
    const int quality =
        parameter.starts_with("q=") || parameter.starts_with("Q=") ? parse_quality(parameter.substr(2)) : 1000;
    if (is_same_header(name, "br")) brotli = quality;
    if (is_same_header(name, "gzip") || is_same_header(name, "x-gzip")) gzip = quality;
    if (is_same_header(name, "identity")) identity = quality;
    if (name == "*") others = quality;
  }
  const int unmentioned = std::max(others, 0);
  if (brotli == not_mentioned) brotli = unmentioned;
  if (gzip == not_mentioned) gzip = unmentioned;
  // identity is acceptable unless excluded, but what is named is preferred to it.
  if (identity == not_mentioned) identity = 0;
  if (has_brotli && brotli > 0 && brotli >= identity && (!has_gzip || brotli >= gzip)) return Encoding::brotli;
  if (has_gzip && gzip > 0 && gzip >= identity) return Encoding::gzip;
  if (has_brotli && brotli > 0 && brotli >= identity) return Encoding::brotli;
  return Encoding::identity;
}

}  // namespace pagewright::http
