// Where in a text of JSON something stands.
#pragma once

#include <cstddef>
#include <string_view>

namespace pagewright::components {

// The offset of what a JSON Pointer leads to in `text`, which is valid JSON: of a member its name, of an item its
// value. As far as the pointer leads to something: what is missing stands in what should have it.
[[nodiscard]] std::size_t place_in_json(std::string_view text, std::string_view pointer);

}  // namespace pagewright::components
