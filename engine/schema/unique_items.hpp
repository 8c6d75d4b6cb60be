// Finds equal items in a list.
#pragma once

#include <optional>
#include <utility>

#include "engine/json/value.hpp"

namespace pagewright::schema {

// The indexes of two equal items, or nothing. Spends `steps`, and gives up at 0.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> equal_items(const json::Array& array,
                                                                             std::size_t& steps);

}  // namespace pagewright::schema
