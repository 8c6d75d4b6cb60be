// Bar, line, area and pie charts as accessible SVG: title and description, text labels, colours from tokens, a data
// table for screen readers. No scripts. Same input, same bytes, on every target. See docs/formats/chart.md.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/json/value.hpp"

namespace pagewright::chart {

struct Argument {
  std::string_view name;
  const json::Value* value;
};

// Appends a <figure>-free, self-contained fragment (svg and visually hidden table). `rows` is an array of {label,
// value} or of {label, <series>: number, …}; arguments: kind ("bar", "line", "area", "pie"), title, description, unit,
// node_id (prefix of ids). Any value whatsoever is safe: what cannot be drawn yields a short sentence saying what is
// missing.
void append_svg(const json::Value* rows, std::span<const Argument> arguments, std::string& out);

}  // namespace pagewright::chart
