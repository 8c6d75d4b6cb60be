// A DTCG document as the list of its tokens, before aliases are resolved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/json/value.hpp"

namespace pagewright::token {

struct RawToken {
  std::string path;
  std::string own_type;                   // its own $type, or empty
  std::string group_type;                 // the nearest group's, or empty
  const json::Value* value;               // its $value; where it has $ref instead, the whole token
  std::string description;                // of $description
  std::optional<std::string> deprecated;  // its own or the nearest group's reason, empty for true; nothing for false
};

using Faults = std::vector<Diagnostic>;

constexpr std::size_t max_tokens = 5'000;
constexpr unsigned max_group_depth = 24;
constexpr std::size_t max_bytes = 4 * 1024 * 1024;  // of a set in each of the forms that it takes on its way to CSS

// Adds "<path>: <message>", up to 50 in all.
void report(Faults& faults, std::string_view path, std::string_view message);

// What a value takes as JSON, at least: its texts and names, and two bytes for each value.
[[nodiscard]] std::size_t least_bytes(const json::Value& value);
[[nodiscard]] std::size_t least_bytes(const json::Object& object);

// In the order of the source, which must outlive the list. Groups must have been extended before.
[[nodiscard]] std::vector<RawToken> read_tokens(const json::Value& source, Faults& faults);

// An object with $value, or with $ref in its place.
[[nodiscard]] bool is_token(const json::Object& object);

// Lays `overrides` over `base`: groups are merged, and of a token the members that the override states. What is a token
// on one side and a group on the other is replaced. Where `base` lacks a token that `inherited` has, that one is
// copied first.
void merge_overrides(json::Object& base, const json::Object& overrides, const json::Object* inherited = nullptr);

}  // namespace pagewright::token
