#include "engine/base/checking/css_shape.hpp"

#include <algorithm>
#include <array>

namespace pagewright::checking {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_line_break(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}
int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
bool is_name(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80) != 0;
}

bool only_computes(std::string_view function) {
  constexpr auto names = std::to_array<std::string_view>({"var",
                                                          "calc",
                                                          "min",
                                                          "max",
                                                          "clamp",
                                                          "rgb",
                                                          "rgba",
                                                          "hsl",
                                                          "hsla",
                                                          "hwb",
                                                          "lab",
                                                          "lch",
                                                          "oklab",
                                                          "oklch",
                                                          "color",
                                                          "color-mix",
                                                          "minmax",
                                                          "repeat",
                                                          "linear-gradient",
                                                          "radial-gradient",
                                                          "conic-gradient",
                                                          "cubic-bezier",
                                                          "translate",
                                                          "scale",
                                                          "rotate",
                                                          "fit-content"});
  return std::ranges::find(names, function) != names.end();
}

class CssReader {
 public:
  explicit CssReader(std::string_view css) : css_(css) {}

  CssShape run() {
    while (at_ < css_.size()) token();
    return std::move(shape_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < css_.size() ? css_[at_ + ahead] : '\0'; }
  [[nodiscard]] bool is_escape() const { return peek() == '\\' && at_ + 1 < css_.size() && !is_line_break(peek(1)); }

  void note(std::string_view what) {
    shape_.structure += what;
    shape_.structure += std::to_string(depth_);
    shape_.structure += ' ';
  }

  void escape(std::string& into) {
    ++at_;
    int code = 0;
    int digits = 0;
    for (; digits < 6 && hexadecimal(peek()) >= 0 && at_ < css_.size(); ++digits)
      code = code * 16 + hexadecimal(css_[at_++]);
    if (digits == 0) {
      into += css_[at_++];
      return;
    }
    if (at_ < css_.size() && is_space(peek())) ++at_;
    into += code > 0 && code < 0x80 ? static_cast<char>(code) : '\x80';
  }

  std::string name() {
    std::string text;
    while (at_ < css_.size()) {
      if (is_escape())
        escape(text);
      else if (is_name(peek()))
        text += static_cast<char>(peek() >= 'A' && peek() <= 'Z' ? css_[at_++] + 32 : css_[at_++]);
      else
        break;
    }
    return text;
  }

  std::string text(char quote) {
    std::string read;
    for (++at_; at_ < css_.size();) {
      const char c = peek();
      if (c == quote) {
        ++at_;
        note("text");
        return read;
      }
      if (is_line_break(c)) {
        note("broken-text");
        return read;
      }
      if (is_escape())
        escape(read);
      else if (c == '\\')
        at_ += 2;
      else
        read += css_[at_++];
    }
    note("open-text");
    return read;
  }

  void url() {
    while (at_ < css_.size() && is_space(peek())) ++at_;
    std::string read;
    if (peek() == '"' || peek() == '\'') {
      read = text(peek());
      while (at_ < css_.size() && is_space(peek())) ++at_;
      if (peek() == ')')
        ++at_;
      else
        note("broken-url");
    } else {
      while (at_ < css_.size() && peek() != ')') {
        if (is_escape()) {
          escape(read);
        } else {
          if (peek() == '"' || peek() == '\'' || peek() == '(' || is_space(peek())) note("broken-url");
          read += css_[at_++];
        }
      }
      if (at_ < css_.size()) ++at_;
    }
    note("url");
    shape_.urls.push_back(read);
  }

  void token() {
    const char c = peek();
    if (c == '/' && peek(1) == '*') {
      const std::size_t end = css_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? css_.size() : end + 2;
      return note(end == std::string_view::npos ? "open-comment" : "comment");
    }
    if (c == '"' || c == '\'') {
      text(c);
      return;
    }
    if (is_name(c) || is_escape()) {
      const std::string word = name();
      if (peek() != '(' || at_ >= css_.size()) return;
      ++at_;
      if (word == "url") return url();
      if (!only_computes(word)) note(word + "()");
      ++depth_;
      return;
    }
    ++at_;
    if (c == '@') return note("@" + name());
    if (c == '(') ++depth_;
    if (c == ')' && depth_ > 0) --depth_;
    constexpr std::string_view structural = "{};:[]<>!";
    if (structural.contains(c) && c != '!') note(std::string(1, c));
  }

  std::string_view css_;
  std::size_t at_ = 0;
  unsigned depth_ = 0;
  CssShape shape_;
};

}  // namespace

CssShape css_shape(std::string_view css) {
  return CssReader(css).run();
}

}  // namespace pagewright::checking
