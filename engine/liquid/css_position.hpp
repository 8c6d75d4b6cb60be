// Where in CSS a template stands: in a style attribute, a <style> element or a property's value. Outputs may be (part
// of) a property's value, a text in quotes, a url() or the name behind a . # or --.
// https://drafts.csswg.org/css-syntax-3/
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/liquid/escape.hpp"
#include "engine/liquid/url_position.hpp"

namespace pagewright::liquid {

struct CssOutput {
  OutputEscape escape = OutputEscape::css_value;
  std::string_view fault;  // empty: an output may stand here
};

class CssPosition {
 public:
  using Fault = std::optional<std::string_view>;

  CssPosition() = default;
  [[nodiscard]] static CssPosition in_attribute();
  [[nodiscard]] static CssPosition in_value();

  // Reads one character, of literal text or of a character reference in it; `rest` is the text from it on.
  [[nodiscard]] Fault read(char c, std::string_view rest);
  // A tag or output of Liquid follows: what is read so far may go on in several ways.
  [[nodiscard]] Fault reach_boundary();
  [[nodiscard]] CssOutput output();
  // The body of a loop begins: what was read before it may also be the body itself.
  void enter_loop();
  // The attribute or element ends.
  [[nodiscard]] Fault end() const;

  // The same place in CSS: what branches and loops must agree on.
  [[nodiscard]] bool agrees_with(const CssPosition& other) const;
  // Whether a loop's body that began at `start` may begin here again.
  [[nodiscard]] bool may_repeat(const CssPosition& start) const;
  // Where two branches that agree meet.
  [[nodiscard]] static CssPosition join(const CssPosition& a, const CssPosition& b);
  [[nodiscard]] std::string_view describe() const;

 private:
  enum class Part : std::uint8_t { selector, at_rule, property, value };
  enum class Within : std::uint8_t {
    none,
    comment,
    text,        // in quotes
    url_begin,   // behind url(
    url,         // without quotes
    quoted_url,  // in quotes
    url_end      // behind those
  };

  Fault read_text(char c);
  Fault read_comment(char c);
  Fault read_url(char c, std::string_view rest);
  Fault read_token(char c);
  Fault read_open_bracket(bool was_cut, std::string_view word);
  Fault read_structure(char c);
  void read_name(char c, bool follows_boundary);
  [[nodiscard]] bool is_selector_name() const;

  Part part_ = Part::selector;
  Part base_ = Part::selector;  // what follows the declarations' end at depth 0
  Within within_ = Within::none;
  char quote_ = '\0';
  char previous_ = '\0';
  char sigil_ = '\0';  // before the name being read: . # or @
  bool cut_ = false;   // a tag or output of Liquid is in or behind the name being read
  bool follows_boundary_ = false;
  bool has_output_ = false;  // in the present value
  std::uint16_t depth_ = 0;
  std::uint16_t parentheses_ = 0;
  std::string word_;  // the name being read, lower case, not all of a long one
  UrlPosition url_;
};

}  // namespace pagewright::liquid
