#include "server/http/entity_tag.hpp"

#include <algorithm>

namespace pagewright::http {
namespace {

constexpr std::string_view spaces = " \t";

void skip_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
}

// Section 8.8.3: anything but quotes, spaces and control characters.
bool is_tag_character(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte == 0x21 || (byte >= 0x23 && byte != 0x7F);
}

}  // namespace

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

Outcome<IfMatch> IfMatch::parse(std::string_view header) {
  const Problem malformed =
      Problem::malformed("If-Match must be * or a list of tags in quotes, as ETag has them: \"5d41402a\".");
  IfMatch condition;
  skip_spaces(header);
  if (header.empty() || header == "*") return condition;
  condition.is_any_ = false;
  while (true) {
    const bool is_weak = header.starts_with("W/");
    if (is_weak) header.remove_prefix(2);
    const auto end = header.find('"', 1);
    if (!header.starts_with('"') || end == std::string_view::npos) return std::unexpected(malformed);
    const std::string_view tag = header.substr(1, end - 1);
    if (!std::ranges::all_of(tag, is_tag_character)) return std::unexpected(malformed);
    if (!is_weak) condition.tags_.emplace_back(tag);
    header.remove_prefix(end + 1);
    skip_spaces(header);
    if (header.empty()) return condition;
    if (!header.starts_with(',')) return std::unexpected(malformed);
    header.remove_prefix(1);
    skip_spaces(header);
  }
}

bool IfMatch::is_met_by(std::string_view tag) const {
  return is_any_ || std::ranges::find(tags_, tag) != tags_.end();
}

}  // namespace pagewright::http
