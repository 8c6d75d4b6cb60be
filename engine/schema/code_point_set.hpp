// The sets of characters that classes and escapes of a pattern stand for.
#pragma once

#include <optional>

#include "engine/schema/pattern.hpp"

namespace pagewright::schema {

inline constexpr char32_t last_code_point = 0x10FFFF;

// Ascending and apart.
[[nodiscard]] CodePointSet normalized(CodePointSet set);
[[nodiscard]] CodePointSet complement(const CodePointSet& set);
[[nodiscard]] bool contains(const CodePointSet& set, char32_t c);

// Of \d \D \w \W \s \S, by the letter; nothing for other letters.
[[nodiscard]] std::optional<CodePointSet> class_escape(char32_t letter);
// Of the dot: all but line terminators.
[[nodiscard]] CodePointSet any_but_line_ends();
[[nodiscard]] bool is_word(char32_t c);

}  // namespace pagewright::schema
