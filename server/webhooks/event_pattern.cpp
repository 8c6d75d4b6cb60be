#include "server/webhooks/event_pattern.hpp"

#include <algorithm>

namespace pagewright::webhooks {
namespace {

bool is_word(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char letter) { return (letter >= 'a' && letter <= 'z') || letter == '_'; });
}

}  // namespace

bool is_event_pattern(std::string_view text) {
  while (true) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return text == "*" || is_word(text);
    if (!is_word(text.substr(0, dot))) return false;
    text.remove_prefix(dot + 1);
  }
}

bool fits(std::string_view pattern, std::string_view event_type) {
  if (!pattern.ends_with('*')) return pattern == event_type;
  const std::string_view beginning = pattern.substr(0, pattern.size() - 1);
  return event_type.starts_with(beginning) && event_type.size() > beginning.size();
}

bool fits_any(const std::vector<std::string>& patterns, std::string_view event_type) {
  return std::ranges::any_of(patterns, [&](const std::string& pattern) { return fits(pattern, event_type); });
}

}  // namespace pagewright::webhooks
