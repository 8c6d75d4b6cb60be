// Cuts a template into text, outputs {{ … }} and tags {% … %}. White space control, comments, documentation and raw
// blocks end here: later stages never see them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/liquid/diagnostic_list.hpp"

namespace pagewright::liquid {

enum class TokenKind : std::uint8_t { text, output, tag };

struct Token {
  TokenKind kind;
  std::string_view name;     // of a tag: "if"
  std::string_view content;  // the text, or the markup between the delimiters (of a tag: after its name)
  std::uint32_t offset;      // of the text, or of the opening delimiter
  bool is_raw = false;       // text of a raw block
};

[[nodiscard]] inline bool is_white_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// The views point into `source`.
[[nodiscard]] std::vector<Token> tokenize(std::string_view source, DiagnosticList& faults);

// The tags of {% liquid … %}: one a line. `lines` is a view into `source`.
[[nodiscard]] std::vector<Token> tokenize_lines(std::string_view source, std::string_view lines,
                                                DiagnosticList& faults);

}  // namespace pagewright::liquid
