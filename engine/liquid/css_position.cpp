#include "engine/liquid/css_position.hpp"

#include <utility>

namespace pagewright::liquid {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80) != 0;
}
bool is_line_break(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

bool is_sigil(char c) {
  return c == '.' || c == '#' || c == '@';
}

// A url() takes what an image does.
UrlPosition url_in_css() {
  return UrlPosition(AttributeKind::image_url);
}

OutputEscape in_css(OutputEscape url) {
  switch (url) {
    case OutputEscape::url_path_no_scheme:
      return OutputEscape::css_url_path_no_scheme;
    case OutputEscape::url_path:
      return OutputEscape::css_url_path;
    case OutputEscape::url_component:
      return OutputEscape::url_component;
    default:
      return OutputEscape::css_url;
  }
}

}  // namespace

CssPosition CssPosition::in_attribute() {
  CssPosition position;
  position.part_ = Part::property;
  position.base_ = Part::property;
  return position;
}

CssPosition CssPosition::in_value() {
  CssPosition position;
  position.part_ = Part::value;
  position.base_ = Part::value;
  return position;
}

bool CssPosition::agrees_with(const CssPosition& other) const {
  return part_ == other.part_ && within_ == other.within_ && quote_ == other.quote_ && depth_ == other.depth_ &&
         parentheses_ == other.parentheses_;
}

bool CssPosition::may_repeat(const CssPosition& start) const {
  const bool in_url = within_ == Within::url || within_ == Within::quoted_url;
  return sigil_ == start.sigil_ && word_.starts_with("--") == start.word_.starts_with("--") &&
         (!in_url || url_ == start.url_);
}

CssPosition CssPosition::join(const CssPosition& a, const CssPosition& b) {
  CssPosition joined = a;
  joined.has_output_ = a.has_output_ || b.has_output_;
  joined.follows_boundary_ = a.follows_boundary_ || b.follows_boundary_;
  joined.cut_ = a.cut_ || b.cut_ || a.word_ != b.word_;
  if (b.previous_ == '/' || b.previous_ == '*') joined.previous_ = b.previous_;
  if (a.word_ != b.word_ && !(a.word_.starts_with("--") && b.word_.starts_with("--"))) joined.word_.clear();
  if (a.sigil_ != b.sigil_) joined.sigil_ = '\0';
  joined.url_ = UrlPosition::join(a.url_, b.url_);
  return joined;
}

void CssPosition::enter_loop() {
  cut_ = true;
  follows_boundary_ = true;
  if (part_ == Part::value) has_output_ = true;
  previous_ = within_ == Within::comment ? '*' : '/';
}

std::string_view CssPosition::describe() const {
  switch (within_) {
    case Within::comment:
      return "in a comment of CSS";
    case Within::text:
      return "in a text of CSS";
    case Within::url_begin:
    case Within::url:
    case Within::quoted_url:
    case Within::url_end:
      return "in url()";
    case Within::none:
      break;
  }
  if (parentheses_ > 0) return "in parentheses of CSS";
  switch (part_) {
    case Part::selector:
      return "in a selector of CSS";
    case Part::at_rule:
      return "in an at-rule of CSS";
    case Part::property:
      return "where a property of CSS begins";
    case Part::value:
      return "in a value of CSS";
  }
  std::unreachable();
}

CssPosition::Fault CssPosition::read(char c, std::string_view rest) {
  switch (within_) {
    case Within::comment:
      return read_comment(c);
    case Within::text:
      return read_text(c);
    case Within::url_begin:
    case Within::url:
    case Within::quoted_url:
    case Within::url_end:
      return read_url(c, rest);
    case Within::none:
      return read_token(c);
  }
  std::unreachable();
}

CssPosition::Fault CssPosition::read_comment(char c) {
  const bool ends = previous_ == '*' && c == '/';
  if (ends && follows_boundary_) return "Write the */ that ends a comment of CSS in one piece.";
  follows_boundary_ = false;
  previous_ = ends ? '\0' : c;
  if (ends) within_ = Within::none;
  return std::nullopt;
}

CssPosition::Fault CssPosition::read_text(char c) {
  if (is_line_break(c) && previous_ != '\\') return "A line break ends a text of CSS: write \\a instead.";
  if (c == quote_ && previous_ != '\\') {
    within_ = Within::none;
    quote_ = '\0';
  }
  // A backslash that is itself escaped escapes nothing.
  previous_ = previous_ == '\\' && c == '\\' ? '\0' : c;
  return std::nullopt;
}

CssPosition::Fault CssPosition::read_url(char c, std::string_view rest) {
  if (c == '\\') return "A backslash is not allowed in url(): it could hide a scheme.";
  if (within_ == Within::url_begin || within_ == Within::url_end) {
    if (is_html_space(c)) return std::nullopt;
    if (c != ')' && within_ == Within::url_end) return "Only ) may stand here: it ends url().";
    if (c == '"' || c == '\'') {
      within_ = Within::quoted_url;
      quote_ = c;
      return std::nullopt;
    }
    if (c != ')') within_ = Within::url;
  }
  const bool is_quoted = within_ == Within::quoted_url;
  if (is_quoted ? c == quote_ : c == ')') {
    within_ = is_quoted ? Within::url_end : Within::none;
    quote_ = '\0';
    previous_ = '\0';
    return std::nullopt;
  }
  if (is_quoted && is_line_break(c)) return "A line break ends a text of CSS.";
  if (!is_quoted && is_html_space(c)) {
    within_ = Within::url_end;
    return std::nullopt;
  }
  if (!is_quoted && (c == '"' || c == '\'' || c == '(')) return "Put double quotes around the URL in url().";
  return url_.read(c, rest);
}

void CssPosition::read_name(char c, bool follows_boundary) {
  const bool begins = word_.empty() && !cut_ && !follows_boundary;
  if (begins) sigil_ = is_sigil(previous_) ? previous_ : '\0';
  if (word_.size() < 16) word_ += c;
}

CssPosition::Fault CssPosition::read_token(char c) {
  const bool follows_boundary = std::exchange(follows_boundary_, false);
  if (c == '*' && previous_ == '/') {
    if (follows_boundary) return "Put a space before this *: behind a / it would begin a comment.";
    within_ = Within::comment;
    previous_ = '\0';
    return std::nullopt;
  }
  const char lower = to_html_lower(c);
  if (is_name_character(lower)) {
    read_name(lower, follows_boundary);
    previous_ = c;
    return std::nullopt;
  }
  const std::string word = std::exchange(word_, std::string());
  const bool was_cut = std::exchange(cut_, false);
  sigil_ = is_sigil(c) ? c : '\0';
  previous_ = c;
  switch (c) {
    case '\\':
      return "A backslash is not allowed in a template's CSS: write the character itself.";
    case '"':
    case '\'':
      within_ = Within::text;
      quote_ = c;
      return std::nullopt;
    case '(':
      return read_open_bracket(was_cut, word);
    case ')':
      if (parentheses_ > 0) --parentheses_;
      return std::nullopt;
    case '@':
      if (part_ == Part::selector || part_ == Part::property) part_ = Part::at_rule;
      return std::nullopt;
    case ':':
      if (part_ == Part::property) part_ = Part::value;
      return std::nullopt;
    case ';':
    case '{':
    case '}':
      return read_structure(c);
    default:
      return std::nullopt;
  }
}

CssPosition::Fault CssPosition::read_open_bracket(bool was_cut, std::string_view word) {
  if (was_cut) return "The name of a CSS function must be literal and in one piece; otherwise put a space before (.";
  if (word == "url") {
    within_ = Within::url_begin;
    url_ = url_in_css();
  } else {
    ++parentheses_;
  }
  return std::nullopt;
}

CssPosition::Fault CssPosition::read_structure(char c) {
  const bool is_open = std::exchange(parentheses_, 0) > 0;
  const bool has_output = std::exchange(has_output_, false);
  if (is_open) return "A parenthesis of the CSS before this is not closed.";
  if (c == '{') {
    ++depth_;
    part_ = Part::property;
    if (has_output)
      return "This output's value turns out to be part of a CSS selector: only names behind . and # may be outputs.";
    return std::nullopt;
  }
  if (c == '}' && depth_ > 0) --depth_;
  part_ = depth_ > 0 ? Part::property : base_;
  return std::nullopt;
}

CssPosition::Fault CssPosition::reach_boundary() {
  if (within_ == Within::text && previous_ == '\\') return "Write an escape of CSS in one piece.";
  follows_boundary_ = true;
  if (within_ == Within::none && !word_.empty()) cut_ = true;
  return std::nullopt;
}

bool CssPosition::is_selector_name() const {
  const bool has_selectors = part_ == Part::selector || (part_ == Part::property && base_ == Part::selector);
  return has_selectors && (sigil_ == '.' || sigil_ == '#');
}

CssOutput CssPosition::output() {
  follows_boundary_ = true;
  switch (within_) {
    case Within::comment:
      return {.fault = "An output cannot stand in a comment of CSS: use {% comment %}."};
    case Within::text:
      if (part_ == Part::at_rule || parentheses_ > 0)
        return {.fault =
                    "In parentheses and at-rules a text of CSS may name a file to load: an output can stand in "
                    "url(\"…\"), or in a text that is a property's value."};
      return {.escape = OutputEscape::css_string};
    case Within::url_end:
      return {.fault = "An output cannot stand behind the URL in url()."};
    case Within::url_begin:
      within_ = Within::url;
      [[fallthrough]];
    case Within::url:
    case Within::quoted_url:
      if (part_ == Part::at_rule) return {.fault = "What an at-rule loads must be literal."};
      if (const auto escape = url_.output()) return {.escape = in_css(*escape)};
      return {.fault =
                  "This part of the URL depends on the branch taken before it: put the whole URL into one output."};
    case Within::none:
      break;
  }
  if (is_selector_name() || (part_ == Part::property && word_.starts_with("--") && parentheses_ == 0)) {
    const bool begins = word_.empty() || word_ == "-";
    cut_ = true;
    return {.escape = begins ? OutputEscape::css_name_start : OutputEscape::css_name};
  }
  cut_ = true;
  if (part_ != Part::value || sigil_ == '@')
    return {.fault =
                "In CSS an output may be a property's value, or in it a text in quotes or a url(), or a name behind "
                ". # or --. Choose selectors, properties and at-rules with {% if %} or {% case %}."};
  has_output_ = true;
  return {.escape = OutputEscape::css_value};
}

CssPosition::Fault CssPosition::end() const {
  if (within_ == Within::text) return "A text of CSS is not closed.";
  if (within_ == Within::comment) return "A comment of CSS is not closed.";
  if (within_ != Within::none) return "A url() is not closed.";
  if (parentheses_ > 0) return "A parenthesis of the CSS is not closed.";
  return std::nullopt;
}

}  // namespace pagewright::liquid
