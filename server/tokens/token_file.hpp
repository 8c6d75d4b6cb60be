// The files that an organisation's design tokens are exported as.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/json/value.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::tokens {

struct TokenFile {
  std::string name;  // "tokens.dark.scss"
  std::string media_type;
  std::string text;
};

// `format` is one of css, scss, json, json-nested, tailwind, tailwind-config, dtcg; `theme` may be empty. `tokens` is
// a DTCG document that compiles; as dtcg it is given as it is. An unknown format or theme is malformed.
[[nodiscard]] Outcome<TokenFile> token_file(const std::string& tokens, std::string_view format, std::string_view theme);

}  // namespace pagewright::tokens
