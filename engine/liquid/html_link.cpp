#include "engine/liquid/html_link.hpp"

#include <algorithm>

#include "engine/liquid/html_names.hpp"

namespace pagewright::liquid {
namespace {

bool equals_in_any_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, {}, to_html_lower);
}

}  // namespace

// A value that a reference or an output goes on with may become _blank where it begins like it.
bool may_be_blank(std::string_view target) {
  constexpr std::string_view blank = "_blank";
  const std::size_t known = std::min(target.find_first_of("&\1"), target.size());
  if (known == target.size()) return equals_in_any_case(target, blank);
  return known <= blank.size() && equals_in_any_case(target.substr(0, known), blank.substr(0, known));
}

void LinkPaths::add_target(std::string_view value) {
  if (!may_be_blank(value)) return;
  unsigned opened = 0;
  if (paths_ & (neither | opens_only)) opened |= opens_only;
  if (paths_ & (with_rel | both)) opened |= both;
  paths_ = opened;
}

void LinkPaths::add_rel() {
  unsigned related = 0;
  if (paths_ & (neither | with_rel)) related |= with_rel;
  if (paths_ & (opens_only | both)) related |= both;
  paths_ = related;
}

LinkPaths::Need LinkPaths::need() const {
  if ((paths_ & opens_only) == 0) return Need::nothing;
  return paths_ & (with_rel | both) ? Need::one_rel : Need::rel;
}

bool opens_windows(std::string_view element) {
  return element == "a" || element == "area" || element == "form";
}

bool keeps_opener_away(std::string_view rel) {
  while (!rel.empty()) {
    const std::size_t begin = std::min(rel.find_first_not_of(" \t\n\f\r"), rel.size());
    rel.remove_prefix(begin);
    const std::string_view word = rel.substr(0, rel.find_first_of(" \t\n\f\r"));
    if (equals_in_any_case(word, "noopener") || equals_in_any_case(word, "noreferrer")) return true;
    rel.remove_prefix(word.size());
  }
  return false;
}

bool may_hold_target(std::string_view rest_of_tag) {
  constexpr std::string_view target = "target";
  char quote = '\0';
  for (std::size_t i = 0; i < rest_of_tag.size(); ++i) {
    const char c = rest_of_tag[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return false;
    } else if (equals_in_any_case(rest_of_tag.substr(i, target.size()), target)) {
      return true;
    }
  }
  return true;  // the rest is not known yet
}

}  // namespace pagewright::liquid
