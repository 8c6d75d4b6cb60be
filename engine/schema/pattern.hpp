// Regular expressions of "pattern": the part of ECMAScript's that needs no backtracking, matched in time linear in the
// text. Classes, escapes (\d \w \s \b \u0041 \x41), groups, alternation, quantifiers (greedy or lazy), anchors. Not
// supported, and refused with a sentence: backreferences, lookaround, \p{…}.  Source:
// https://tc39.es/ecma262/#sec-patterns
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pagewright::schema {

// Code points from first to last, ascending and apart.
using CodePointSet = std::vector<std::pair<char32_t, char32_t>>;

class Pattern {
 public:
  // The error is a sentence.
  [[nodiscard]] static std::expected<Pattern, std::string> compile(std::string_view source);

  // True when some part of `text` (UTF-8) matches. Takes what it does from `steps`; gives up, with false, at 0.
  // Allocates only for programs of more than 128 instructions.
  [[nodiscard]] bool matches(std::string_view text, std::size_t& steps) const;

 private:
  friend class PatternCompiler;

  enum class Action : std::uint8_t {
    consume,
    split,
    jump,
    line_start,
    line_end,
    word_boundary,
    no_word_boundary,
    accept
  };
  struct Instruction {
    Action action;
    std::uint32_t first = 0;   // consume: index of its set; split and jump: where to go on
    std::uint32_t second = 0;  // split: the other way
  };
  // A set with its ASCII part as bits, for speed.
  struct Consumed {
    CodePointSet set;
    std::array<std::uint64_t, 2> ascii;
    [[nodiscard]] bool contains(char32_t c) const;
  };
  struct Threads;
  struct Surroundings;

  [[nodiscard]] bool run(Threads& threads, std::string_view text, std::size_t& steps) const;
  // Goes on from `start` without consuming; true when that reaches the end of the pattern.
  [[nodiscard]] bool follow(Threads& threads, std::uint32_t start, const Surroundings& around) const;

  std::vector<Instruction> program_;
  std::vector<Consumed> sets_;
};

// The code point that starts at `at`, which moves behind it; U+FFFD for a malformed byte.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);
// The code points of UTF-8 text; U+FFFD for each malformed byte.
[[nodiscard]] std::u32string decode_utf8(std::string_view text);

}  // namespace pagewright::schema
