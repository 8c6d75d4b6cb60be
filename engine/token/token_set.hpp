// Design tokens in the W3C DTCG format 2025.10, with themes as overrides, and the CSS custom properties made from them.
// See docs/formats/tokens.md. Source: https://www.designtokens.org/tr/2025.10/format/
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/json/value.hpp"

namespace pagewright::token {

struct Token {
  std::string path;             // "color.primary"
  std::string type;             // "color", "dimension", "fontFamily", …
  std::string css_value;        // resolved: "#0b5fff", "16px"
  std::string custom_property;  // "--color-primary"
  std::string description;
  std::optional<std::string> deprecated;  // why, or empty; nothing where it is not
};

class TokenSet {
 public:
  // `source` is a DTCG document; themes stand in $extensions["org.pagewright.themes"] as {"dark": <DTCG overrides>, …}.
  // Faults (unknown aliases, cycles, wrong values) name the token's path in the message.
  [[nodiscard]] static std::expected<TokenSet, std::vector<Diagnostic>> parse(const json::Value& source);

  // By path, or null.
  [[nodiscard]] const Token* find(std::string_view path) const;
  [[nodiscard]] const Token* find_custom_property(std::string_view name) const;
  // In the order of the source.
  [[nodiscard]] const std::vector<Token>& tokens() const;
  // A theme's overriding tokens, by theme name ("dark").
  [[nodiscard]] const std::map<std::string, std::vector<Token>, std::less<>>& themes() const;

  // ":root{--color-primary:#0b5fff;…}" and the dark theme, of which the page's color_scheme ("auto", "light", "dark")
  // decides how it applies: auto by prefers-color-scheme, otherwise fixed. Only custom properties for which
  // `is_used(name)` (with those that they refer to).
  [[nodiscard]] std::string css(std::string_view color_scheme,
                                bool (*is_used)(std::string_view name, const void* context), const void* context) const;
  [[nodiscard]] std::string css(std::string_view color_scheme) const;

 private:
  std::vector<Token> tokens_;
  std::map<std::string, std::vector<Token>, std::less<>> themes_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::map<std::string, std::size_t, std::less<>> custom_properties_;
};

}  // namespace pagewright::token
