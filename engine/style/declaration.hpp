// Style declarations of a node: which CSS properties a document may set, which values, and the CSS made from them.
// A value is a token reference "{space.4}" or a plain CSS value. See docs/formats/style.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/token/token_set.hpp"

namespace pagewright::style {

enum class Breakpoint : std::uint8_t { base, tablet, mobile };  // tablet: up to 1023 px wide; mobile: up to 639 px
inline constexpr Breakpoint breakpoints[] = {Breakpoint::base, Breakpoint::tablet, Breakpoint::mobile};

[[nodiscard]] std::string_view name_of(Breakpoint breakpoint);
[[nodiscard]] std::optional<Breakpoint> parse_breakpoint(std::string_view name);
// "@media (max-width:639px)"; empty for base.
[[nodiscard]] std::string_view media_query(Breakpoint breakpoint);

// Checks one declaration: the property is on the list of allowed ones, the value is a token reference in form or a
// plain value that can neither leave the declaration nor load anything (no ; { } url( @ \ < comments, at most 200
// bytes). Error invalid_style.
[[nodiscard]] Result<void> validate(std::string_view property, std::string_view value);

// The CSS value of a declaration: "var(--space-4)" for a reference to a token that exists, nothing for one that does
// not, a plain value as it is. `tokens` may be null: then every well-formed reference becomes a custom property by the
// naming rule.
[[nodiscard]] std::optional<std::string> css_value(std::string_view value, const token::TokenSet* tokens);

}  // namespace pagewright::style
