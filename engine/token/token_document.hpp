// A DTCG document with its themes, resolved: what TokenSet and the exports are made from.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "engine/token/token_set.hpp"

namespace pagewright::token {

constexpr std::size_t max_themes = 20;

struct ResolvedTokens {
  std::vector<Token> tokens;  // in the order of the source, a typography's parts after it
  // With Values::kept one for each token, without aliases; null for a typography's parts.
  std::vector<json::Value> values;
};

struct ResolvedTheme {
  std::string name;
  ResolvedTokens differing;  // those that it overrides and those that refer to them
};

struct TokenDocument {
  ResolvedTokens base;
  std::vector<ResolvedTheme> themes;  // in the order of the source
};

enum class Values : bool { dropped, kept };

[[nodiscard]] std::expected<TokenDocument, std::vector<Diagnostic>> read_document(const json::Value& source,
                                                                                  Values values);

}  // namespace pagewright::token
