#include "engine/diff/words.hpp"

#include <algorithm>

namespace pagewright::diff {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
         byte == '_' || byte == '\'';
}

std::size_t sequence_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

// Chinese, Japanese, Korean and what lies between, up to U+FFFF, and all beyond: written without blanks, or no letters.
bool stands_alone(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= 0xf0) return true;
  return lead >= 0xe0 &&
         (lead > 0xe2 || (lead == 0xe2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xba));
}

std::size_t word_end(std::string_view text, std::size_t at) {
  if (is_blank(text[at])) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
  }
  if (!is_word_byte(text[at])) return at + 1;
  if (stands_alone(text, at)) return std::min(at + sequence_size(text[at]), text.size());
  while (at < text.size() && is_word_byte(text[at]) && !stands_alone(text, at)) ++at;
  return at;
}

bool is_blank_text(std::string_view text) {
  return std::ranges::all_of(text, is_blank);
}

void append(std::vector<TextRun>& runs, Edit edit, std::string_view text) {
  if (text.empty()) return;
  if (!runs.empty() && runs.back().edit == edit)
    runs.back().text += text;
  else
    runs.push_back({edit, std::string(text)});
}

// Changes that only a blank separates become one.
std::vector<TextRun> joined(const std::vector<TextRun>& runs) {
  std::vector<TextRun> out;
  std::string removed;
  std::string inserted;
  const auto flush = [&] {
    append(out, Edit::removed, removed);
    append(out, Edit::inserted, inserted);
    removed.clear();
    inserted.clear();
  };
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const TextRun& run = runs[i];
    const bool between = !removed.empty() && !inserted.empty() && i + 1 < runs.size();
    if (run.edit == Edit::kept && !(between && is_blank_text(run.text))) {
      flush();
      append(out, Edit::kept, run.text);
      continue;
    }
    if (run.edit != Edit::inserted) removed += run.text;
    if (run.edit != Edit::removed) inserted += run.text;
  }
  flush();
  return out;
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = word_end(text, at);
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::uint32_t TokenNumbers::of(std::string_view text) {
  return numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::vector<TextRun> word_difference(std::string_view before, std::string_view after) {
  const auto old_words = split_words(before);
  const auto new_words = split_words(after);
  TokenNumbers numbers;
  std::vector<std::uint32_t> old_numbers;
  std::vector<std::uint32_t> new_numbers;
  for (const auto word : old_words) old_numbers.push_back(numbers.of(word));
  for (const auto word : new_words) new_numbers.push_back(numbers.of(word));
  std::vector<TextRun> runs;
  for (const EditRun& run : shortest_edit(old_numbers, new_numbers)) {
    for (std::size_t i = 0; i < run.count; ++i)
      append(runs, run.edit, run.edit == Edit::inserted ? new_words[run.after + i] : old_words[run.before + i]);
  }
  return joined(runs);
}

}  // namespace pagewright::diff
