#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace pagewright::cli {

// pagewright liquid: renders templates, one request a line, for conformance suites. See docs/formats/liquid.md.
// Gives the exit code.
[[nodiscard]] int render_liquid(std::istream& requests, std::ostream& answers);

// The answer to one line: {"output"}, or {"error","line","column"}.
[[nodiscard]] std::string answer_liquid_request(std::string_view line);

}  // namespace pagewright::cli
