// CSS as pages carry it: compact, in three cascade layers, so that the order in which rules reach a page (or a canvas)
// never decides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/node.hpp"
#include "engine/token/token_set.hpp"

namespace pagewright::render {

// Declares the layers: the base sheet, the components' sheets, the styles of nodes; a later one outranks an earlier.
inline constexpr std::string_view layer_order = "@layer base,components,nodes;";

// "@layer components{…}"
void append_layer(std::string& out, std::string_view layer, std::string_view css);

// Without comments and needless white space. What stands in strings is kept.
[[nodiscard]] std::string compact_css(std::string_view css);

// The names in var(--name…), each once, sorted.
[[nodiscard]] std::vector<std::string> custom_properties_in(std::string_view css);

// The name of a node's style class follows from its declarations alone: equal styles share one rule. 0: no styles.
[[nodiscard]] std::uint64_t hash_of(const document::Styles& styles);
// "s-1x2y3z4w"
void append_style_class(std::string& out, std::uint64_t hash);
// The rules of that class, for all breakpoints. A reference to a token that does not exist leaves its declaration out.
void append_style_rules(std::string& out, const document::Styles& styles, std::uint64_t hash,
                        const token::TokenSet& tokens);

}  // namespace pagewright::render
