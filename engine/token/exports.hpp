// Design tokens for other tools. Each takes a document read with Values::kept; see docs/formats/tokens.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/token/token_document.hpp"

namespace pagewright::token {

// The document as it is under one theme, without themes; nothing where it has no such theme.
[[nodiscard]] std::optional<TokenDocument> under_theme(const TokenDocument& document, std::string_view theme);

// Custom properties on :root; a theme's on :root[data-theme="<name>"], those of "dark" also where the device asks for
// it.
[[nodiscard]] std::string export_css(const TokenDocument& document);

// A variable for each token, the map $tokens by path, and $themes by name and path.
[[nodiscard]] std::string export_scss(const TokenDocument& document);

// {"tokens": {"color.ink": {"type", "value", "css", "customProperty", "description"?, "deprecated"?}}, "themes":
// {"dark": …}}
[[nodiscard]] std::string export_json(const TokenDocument& document);

// The tokens' CSS values in their groups: {"color": {"ink": "#121212"}}.
[[nodiscard]] std::string export_nested_json(const TokenDocument& document);

// Tailwind CSS 4: an @theme rule whose names lie in Tailwind's namespaces, and the themes as in export_css.
[[nodiscard]] std::string export_tailwind(const TokenDocument& document);

// Tailwind CSS 3: tailwind.config.js with theme.extend.
[[nodiscard]] std::string export_tailwind_config(const TokenDocument& document);

}  // namespace pagewright::token
