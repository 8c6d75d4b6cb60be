// Rich text merged by block, and within a block that both sides have changed by words.
#pragma once

#include <optional>

#include "engine/merge/conflict.hpp"

namespace pagewright::merge {

struct TextMerge {
  json::Value value;
  bool has_conflict = false;  // some changes overlap: there, `choice` decided
};

// Nothing where one of the values is no rich text document. `choice` both: where changes overlap, ours and then theirs.
[[nodiscard]] std::optional<TextMerge> merge_rich_text(const json::Value& base, const json::Value& ours,
                                                       const json::Value& theirs, Choice choice);

}  // namespace pagewright::merge
