// What differs between two documents of design tokens.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::tokens {

// A token: a JSON object with its $value, its $type (also one that it has of its group) and what else it says of
// itself.
struct TokenChange {
  std::string path;                    // "color.ink"
  std::string theme;                   // "dark"; empty: of all themes
  std::optional<json::Object> before;  // nothing: it was added
  std::optional<json::Object> after;   // nothing: it was removed
};

// By theme, then by path. What only stands elsewhere in the document is no difference.
[[nodiscard]] std::vector<TokenChange> difference(const json::Value& before, const json::Value& after);

// {"added": [{"path", "theme", "token"}], "changed": [{"path", "theme", "before", "after"}], "removed": [...]}
[[nodiscard]] std::string to_json(const std::vector<TokenChange>& changes);

}  // namespace pagewright::tokens
