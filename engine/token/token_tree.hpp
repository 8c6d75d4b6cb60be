// A DTCG document as the list of its tokens, before aliases are resolved.
#pragma once

#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/json/value.hpp"

namespace pagewright::token {

struct RawToken {
  std::string path;
  std::string type;  // its own or the nearest group's; empty where neither says
  const json::Value* value;
  std::string description;
};

using Faults = std::vector<Diagnostic>;

// Adds "<path>: <message>", up to 50 in all.
void report(Faults& faults, std::string_view path, std::string_view message);

// In the order of the source, which must outlive the list.
[[nodiscard]] std::vector<RawToken> read_tokens(const json::Value& source, Faults& faults);

// The document with each group's $extends carried out: what the other group has and this one lacks is copied in.
[[nodiscard]] json::Value with_extensions(const json::Value& source, Faults& faults);

// Lays `overrides` over `base`: groups are merged, a token's own members are replaced.
void merge_overrides(json::Object& base, const json::Object& overrides);

}  // namespace pagewright::token
