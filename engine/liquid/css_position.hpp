// Where in CSS a template stands: in a style attribute or a <style> element. Outputs are proven only as (part of) a
// property's value. https://drafts.csswg.org/css-syntax-3/
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pagewright::liquid {

class CssPosition {
 public:
  CssPosition() = default;
  [[nodiscard]] static CssPosition in_attribute();

  // Reads one literal character. Yields the fault, if there is one.
  [[nodiscard]] std::optional<std::string_view> read(char c);
  // False where an output cannot be proven safe.
  [[nodiscard]] bool output();

  // The same place in CSS: what branches and loops must agree on.
  [[nodiscard]] bool agrees_with(const CssPosition& other) const;
  // Where two branches that agree meet.
  [[nodiscard]] static CssPosition join(const CssPosition& a, const CssPosition& b);

 private:
  enum class Part : std::uint8_t { selector, property, value };
  enum class Within : std::uint8_t { none, comment, single_quotes, double_quotes, url };

  void read_within(char c);

  Part part_ = Part::selector;
  Within within_ = Within::none;
  bool is_attribute_ = false;
  bool has_output_ = false;      // in the present value
  bool follows_output_ = false;  // directly
  std::uint16_t depth_ = 0;
  char previous_ = '\0';
  std::string word_;  // the name being read, lower case
};

}  // namespace pagewright::liquid
