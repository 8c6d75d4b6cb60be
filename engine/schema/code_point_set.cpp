#include "engine/schema/code_point_set.hpp"

#include <algorithm>

namespace pagewright::schema {
namespace {

const CodePointSet& digits() {
  static const CodePointSet set = {{'0', '9'}};
  return set;
}

const CodePointSet& words() {
  static const CodePointSet set = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
  return set;
}

// https://tc39.es/ecma262/#prod-WhiteSpace and #prod-LineTerminator
const CodePointSet& spaces() {
  static const CodePointSet set = {{9, 13},          {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680},
                                   {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                   {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
  return set;
}

}  // namespace

CodePointSet normalized(CodePointSet set) {
  std::ranges::sort(set);
  CodePointSet merged;
  for (const auto& range : set) {
    if (!merged.empty() && range.first <= merged.back().second + 1)
      merged.back().second = std::max(merged.back().second, range.second);
    else
      merged.push_back(range);
  }
  return merged;
}

CodePointSet complement(const CodePointSet& set) {
  CodePointSet result;
  char32_t next = 0;
  for (const auto& [first, last] : set) {
    if (first > next) result.emplace_back(next, first - 1);
    next = last + 1;
  }
  if (next <= last_code_point) result.emplace_back(next, last_code_point);
  return result;
}

bool contains(const CodePointSet& set, char32_t c) {
  const auto after = std::ranges::upper_bound(set, c, {}, [](const auto& range) { return range.first; });
  return after != set.begin() && c <= std::prev(after)->second;
}

std::optional<CodePointSet> class_escape(char32_t letter) {
  switch (letter) {
    case 'd':
      return digits();
    case 'D':
      return complement(digits());
    case 'w':
      return words();
    case 'W':
      return complement(words());
    case 's':
      return spaces();
    case 'S':
      return complement(spaces());
    default:
      return std::nullopt;
  }
}

CodePointSet any_but_line_ends() {
  return complement({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}});
}

bool is_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace pagewright::schema
