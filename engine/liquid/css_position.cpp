#include "engine/liquid/css_position.hpp"

#include <utility>

namespace pagewright::liquid {
namespace {

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

CssPosition CssPosition::in_attribute() {
  CssPosition position;
  position.part_ = Part::property;
  position.is_attribute_ = true;
  return position;
}

bool CssPosition::agrees_with(const CssPosition& other) const {
  return part_ == other.part_ && within_ == other.within_ && depth_ == other.depth_;
}

CssPosition CssPosition::join(const CssPosition& a, const CssPosition& b) {
  CssPosition joined = a;
  joined.has_output_ = a.has_output_ || b.has_output_;
  joined.follows_output_ = a.follows_output_ || b.follows_output_;
  if (b.previous_ == '/' || b.previous_ == '\\') joined.previous_ = b.previous_;
  if (a.word_ != b.word_) joined.word_.clear();
  return joined;
}

void CssPosition::read_within(char c) {
  const bool ends = (within_ == Within::comment && previous_ == '*' && c == '/') ||
                    (within_ == Within::single_quotes && previous_ != '\\' && c == '\'') ||
                    (within_ == Within::double_quotes && previous_ != '\\' && c == '"') ||
                    (within_ == Within::url && c == ')');
  // A backslash that is itself escaped escapes nothing.
  previous_ = previous_ == '\\' && c == '\\' ? '\0' : c;
  if (!ends) return;
  within_ = Within::none;
  previous_ = '\0';
}

std::optional<std::string_view> CssPosition::read(char c) {
  if (within_ != Within::none) {
    read_within(c);
    return std::nullopt;
  }
  const bool follows_output = follows_output_;
  follows_output_ = false;
  const bool begins_comment = previous_ == '/' && c == '*';
  previous_ = c;
  const std::string word = std::exchange(word_, std::string());
  if (is_name_character(to_lower(c)) && word.size() < 8) word_ = word + to_lower(c);
  if (begins_comment) {
    within_ = Within::comment;
    previous_ = '\0';
    return std::nullopt;
  }
  switch (c) {
    case '\\':
      return "A backslash is not allowed in a template's CSS.";
    case '"':
      within_ = Within::double_quotes;
      break;
    case '\'':
      within_ = Within::single_quotes;
      break;
    case '(':
      if (follows_output) return "An output cannot be the name of a CSS function.";
      if (word == "url" || word == "src") within_ = Within::url;
      break;
    case ':':
      if (part_ == Part::property) part_ = Part::value;
      break;
    case ';':
      part_ = depth_ > 0 || is_attribute_ ? Part::property : Part::selector;
      has_output_ = false;
      break;
    case '{':
      if (has_output_) return "An output cannot be part of a CSS selector.";
      ++depth_;
      part_ = Part::property;
      break;
    case '}':
      if (depth_ > 0) --depth_;
      part_ = depth_ > 0 || is_attribute_ ? Part::property : Part::selector;
      has_output_ = false;
      break;
    default:
      break;
  }
  return std::nullopt;
}

bool CssPosition::output() {
  if (part_ != Part::value || within_ != Within::none || previous_ == '/') return false;
  has_output_ = true;
  follows_output_ = true;
  word_.clear();
  previous_ = '\0';
  return true;
}

}  // namespace pagewright::liquid
