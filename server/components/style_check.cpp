#include "server/components/style_check.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace pagewright::components {
namespace {

constexpr bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}
constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view name_at(std::string_view css, std::size_t at) {
  std::size_t end = at;
  while (end < css.size() && is_name_letter(css[end])) ++end;
  return css.substr(at, end - at);
}

// Reads the sheet as a nest of blocks: what stands before "{" is a selector or an at-rule, what ends in ";" a
// declaration.
class StyleCheck {
 public:
  StyleCheck(std::string_view css, std::string_view component, const std::function<bool(std::string_view)>& is_token)
      : css_(css), own_("pw-" + std::string(component)), is_token_(is_token) {}

  std::vector<StyleFault> run() {
    blank_strings_and_comments();
    find_declared();
    for (at_ = 0; at_ < plain_.size();) read_statement();
    if (!open_.empty()) report(open_.back().start, "this block is not closed: \"}\" is missing");
    std::ranges::stable_sort(faults_, {}, &StyleFault::offset);
    return std::move(faults_);
  }

 private:
  enum class Block : std::uint8_t { rules, declarations, frames };
  struct Open {
    Block kind;
    std::size_t start;
  };

  void report(std::size_t offset, std::string message, bool is_warning = false) {
    constexpr std::size_t most = 50;
    if (faults_.size() < most) faults_.push_back({offset, std::move(message), is_warning});
  }

  // A copy of the same length in which they are spaces.
  void blank_strings_and_comments() {
    plain_ = css_;
    for (std::size_t i = 0; i < css_.size();) {
      if (css_.substr(i).starts_with("/*")) {
        const auto end = css_.find("*/", i + 2);
        if (end == std::string_view::npos) report(i, "this comment is not closed: \"*/\" is missing");
        i = blank(i, end == std::string_view::npos ? css_.size() : end + 2);
      } else if (css_[i] == '"' || css_[i] == '\'') {
        i = blank_string(i);
      } else {
        ++i;
      }
    }
    for (const std::string_view markup : {"</", "<!"})
      for (auto at = css_.find(markup); at != std::string_view::npos; at = css_.find(markup, at + 1))
        report(at, "\"" + std::string(markup) + "\" may not stand in a style sheet: pages carry it in their markup");
    if (const auto at = plain_.find('\\'); at != std::string::npos)
      report(at, "write the character itself: escapes with \\ stand in texts only");
  }

  std::size_t blank(std::size_t from, std::size_t to) {
    std::fill(plain_.begin() + static_cast<std::ptrdiff_t>(from), plain_.begin() + static_cast<std::ptrdiff_t>(to),
              ' ');
    return to;
  }

  std::size_t blank_string(std::size_t start) {
    std::size_t end = start + 1;
    while (end < css_.size() && css_[end] != css_[start] && css_[end] != '\n') end += css_[end] == '\\' ? 2 : 1;
    if (end >= css_.size() || css_[end] != css_[start]) report(start, "this text is not closed: its quote is missing");
    return blank(start, std::min(end + 1, css_.size()));
  }

  // The custom properties that the sheet itself gives a value.
  void find_declared() {
    for (auto at = plain_.find("--"); at != std::string::npos; at = plain_.find("--", at + 2)) {
      if (at > 0 && (is_name_letter(plain_[at - 1]) || plain_[at - 1] == '(')) continue;
      const std::string_view name = name_at(plain_, at);
      std::size_t next = at + name.size();
      while (next < plain_.size() && is_space(plain_[next])) ++next;
      if (next < plain_.size() && plain_[next] == ':') declared_.insert(std::string(name));
    }
  }

  [[nodiscard]] Block around() const { return open_.empty() ? Block::rules : open_.back().kind; }

  void read_statement() {
    while (at_ < plain_.size() && is_space(plain_[at_])) ++at_;
    const std::size_t start = at_;
    std::size_t depth = 0;
    for (; at_ < plain_.size(); ++at_) {
      const char c = plain_[at_];
      if (c == '(' || c == '[') ++depth;
      if ((c == ')' || c == ']') && depth > 0) --depth;
      if (c == '{' || c == '}' || (c == ';' && depth == 0)) break;
    }
    const std::string_view text = std::string_view(plain_).substr(start, at_ - start);
    const char end = at_ < plain_.size() ? plain_[at_++] : '\0';
    if (end == '{') return open_block(text, start);
    read_declaration(text, start);
    if (end != '}') return;
    if (open_.empty()) return report(at_ - 1, "\"}\" closes nothing");
    open_.pop_back();
  }

  void open_block(std::string_view prelude, std::size_t start) {
    if (prelude.starts_with('@')) return open_at_rule(prelude, start);
    if (around() != Block::frames) check_selectors(prelude, start);
    open_.push_back({Block::declarations, start});
  }

  void open_at_rule(std::string_view prelude, std::size_t start) {
    constexpr std::array<std::string_view, 4> conditions{"media", "supports", "container", "starting-style"};
    const std::string name = lower(name_at(prelude, 1));
    Block inside = around();
    if (name == "keyframes") {
      std::size_t at = start + 1 + name.size();
      while (at < plain_.size() && is_space(plain_[at])) ++at;
      check_own_name(name_at(plain_, at), at, "keyframes", "");
      inside = Block::frames;
    } else if (std::ranges::find(conditions, name) == conditions.end()) {
      report(start,
             "@" + name + " may not stand here: only @media, @supports, @container, @starting-style and @keyframes");
    }
    open_.push_back({inside, start});
  }

  [[nodiscard]] bool is_own(std::string_view name) const {
    return name == own_ || name.starts_with(own_ + "-") || name.starts_with(own_ + "__");
  }

  void check_own_name(std::string_view name, std::size_t offset, std::string_view what, std::string_view mark) {
    if (is_own(name)) return;
    report(offset, std::string(what) + " \"" + std::string(mark) + std::string(name) + "\" must be called " +
                       std::string(mark) + own_ + " or begin with " + std::string(mark) + own_ + "-");
  }

  // Each selector of the list holds a class of the component's own, and no other class.
  void check_selectors(std::string_view list, std::size_t start) {
    if (list.find_first_not_of(" \n\t\r\f") == std::string_view::npos) return report(start, "a selector is missing");
    const bool is_nested = around() == Block::declarations;
    std::size_t depth = 0;
    std::size_t begin = 0;
    bool has_own = false;
    for (std::size_t i = 0; i <= list.size(); ++i) {
      const char c = i < list.size() ? list[i] : ',';
      if (c == '(' || c == '[') ++depth;
      if ((c == ')' || c == ']') && depth > 0) --depth;
      if (c == '.' && i + 1 < list.size() && is_name_letter(list[i + 1]) &&
          !(list[i + 1] >= '0' && list[i + 1] <= '9')) {
        const std::string_view name = name_at(list, i + 1);
        check_own_name(name, start + i, "the class", ".");
        has_own = true;
      }
      if (c != ',' || (depth > 0 && i < list.size())) continue;
      if (!has_own && !is_nested)
        report(start + begin,
               "this selector reaches the whole page: it must hold the class ." + own_ + " or one that begins with it");
      has_own = false;
      begin = i + 1;
    }
  }

  void read_declaration(std::string_view text, std::size_t start) {
    if (text.find_first_not_of(" \n\t\r\f") == std::string_view::npos) return;
    if (text.starts_with('@')) {
      const std::string name = lower(name_at(text, 1));
      return report(start, "@" + name + " may not stand here: a component's style sheet loads nothing");
    }
    const auto colon = text.find(':');
    if (around() == Block::rules || colon == std::string_view::npos)
      return report(start, "this is neither a rule nor a declaration such as color: var(--color-text)");
    const std::string_view name = name_at(text, 0);
    if (name.starts_with("--") && !name.starts_with("--" + own_ + "-") && !is_token_(name))
      report(start, "the custom property " + std::string(name) + " must begin with --" + own_ + "-");
    check_value(text.substr(colon + 1), start + colon + 1);
  }

  void check_value(std::string_view value, std::size_t start) {
    for (std::size_t at = value.find('('); at != std::string_view::npos; at = value.find('(', at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && is_name_letter(value[begin - 1])) --begin;
      const std::string name = lower(value.substr(begin, at - begin));
      constexpr std::array<std::string_view, 6> loading{"url",   "src",       "image-set", "-webkit-image-set",
                                                        "image", "expression"};
      if (std::ranges::find(loading, name) != loading.end())
        report(start + begin, name + "() may not stand here: a component's style sheet loads nothing");
      if (name == "var") check_variable(value, at + 1, start);
    }
    for (auto at = value.find('#'); at != std::string_view::npos; at = value.find('#', at + 1))
      report(start + at, "a colour of the design tokens, such as var(--color-text), would follow the theme", true);
  }

  void check_variable(std::string_view value, std::size_t at, std::size_t start) {
    while (at < value.size() && is_space(value[at])) ++at;
    const std::string_view name = name_at(value, at);
    std::size_t next = at + name.size();
    while (next < value.size() && is_space(value[next])) ++next;
    const bool has_fallback = next < value.size() && value[next] == ',';
    if (has_fallback || is_token_(name) || declared_.contains(std::string(name))) return;
    report(start + at, std::string(name) + " is no design token and is not declared here");
  }

  std::string_view css_;
  std::string own_;
  const std::function<bool(std::string_view)>& is_token_;
  std::string plain_;
  std::set<std::string, std::less<>> declared_;
  std::vector<Open> open_;
  std::size_t at_ = 0;
  std::vector<StyleFault> faults_;
};

}  // namespace

std::vector<StyleFault> faults_of_style(std::string_view css, std::string_view component,
                                        const std::function<bool(std::string_view)>& is_token) {
  return StyleCheck(css, component, is_token).run();
}

}  // namespace pagewright::components
