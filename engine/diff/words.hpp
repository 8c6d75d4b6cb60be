// Texts compared by words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/diff/myers.hpp"

namespace pagewright::diff {

// Words, runs of blanks, and single other signs, in order: together they are the text. Signs of scripts that are
// written without blanks stand alone.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

// Gives equal texts equal numbers, so that sequences of texts can be compared.
class TokenNumbers {
 public:
  [[nodiscard]] std::uint32_t of(std::string_view text);

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct TextRun {
  Edit edit;
  std::string text;
  bool operator==(const TextRun&) const = default;
};

// Without the inserted runs it is `before`, without the removed ones `after`. A blank alone between two changes counts
// as changed: a sentence that was rewritten reads as one change.
[[nodiscard]] std::vector<TextRun> word_difference(std::string_view before, std::string_view after);

}  // namespace pagewright::diff
