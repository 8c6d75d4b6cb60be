// What the exports have in common.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/token/token_document.hpp"

namespace pagewright::token {

// "  --name: value; /* description */" a line, each after `indent`.
void append_declarations(std::string& out, const ResolvedTokens& tokens, std::string_view indent,
                         const std::function<std::string(const Token&)>& name_of);

// The rules of all themes: for "dark" also within @media (prefers-color-scheme: dark).
void append_themes(std::string& out, const TokenDocument& document,
                   const std::function<std::string(const Token&)>& name_of);

// "deprecated: use ink. Text on paper", in one line and without what ends a comment; empty where there is neither.
[[nodiscard]] std::string comment_of(const Token& token);

// A CSS or SCSS string in double quotes.
[[nodiscard]] std::string quoted(std::string_view text);

// Whether token `index` is a part of a typography: "text.h1.font-size".
[[nodiscard]] bool is_part(const ResolvedTokens& tokens, std::size_t index);

}  // namespace pagewright::token
