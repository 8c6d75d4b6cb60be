#include "server/http/entity_tag.hpp"

#include <algorithm>

namespace pagewright::http {

bool matches_tag(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return true;
  while (!if_none_match.empty()) {
    const auto open = if_none_match.find('"');
    if (open == std::string_view::npos) return false;
    const auto close = if_none_match.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    auto named = if_none_match.substr(open + 1, close - open - 1);
    if_none_match.remove_prefix(close + 1);
    if (named.ends_with("-br") || named.ends_with("-gz")) named.remove_suffix(3);
    if (named == tag) return true;
  }
  return false;
}

}  // namespace pagewright::http
