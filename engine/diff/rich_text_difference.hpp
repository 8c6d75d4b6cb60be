// Two rich texts compared line by line (a paragraph, a heading, a list's item …), and by words within a line.
#pragma once

#include "engine/diff/words.hpp"
#include "engine/json/value.hpp"

namespace pagewright::diff {

enum class LineChange : std::uint8_t { kept, changed, removed, inserted };

struct LineDifference {
  LineChange change;
  std::string block;              // where it stands: "paragraph", "bulletList/listItem/paragraph"
  std::string block_before = {};  // where it stood, if elsewhere
  bool formatting = false;        // marks or attributes differ, perhaps nothing else
  std::vector<TextRun> runs = {};
  bool operator==(const LineDifference&) const = default;
};

// Plain strings count as a paragraph a line. Any values whatsoever: what is no rich text has no lines.
[[nodiscard]] std::vector<LineDifference> rich_text_difference(const json::Value& before, const json::Value& after);

[[nodiscard]] json::Value to_json(const std::vector<TextRun>& runs);
[[nodiscard]] json::Value to_json(const std::vector<LineDifference>& lines);

}  // namespace pagewright::diff
