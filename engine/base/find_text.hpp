// Finding a text in another one in time that grows with both together, whatever stands in them: std::string_view::find
// takes as long as their product where the text nearly begins at many places.
#pragma once

#include <cstddef>
#include <string_view>

namespace pagewright {

// Where `pattern` stands first in `text` from `from` on, or npos. `from` is at most the text's length.
[[nodiscard]] std::size_t find_text(std::string_view text, std::string_view pattern, std::size_t from = 0);

// Where `pattern` stands last in `text`, or npos.
[[nodiscard]] std::size_t find_last_text(std::string_view text, std::string_view pattern);

}  // namespace pagewright
