// Reading any value as a list, as the array filters do.
#pragma once

#include <vector>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

// The items of a list; a single item for all other values but nil, which has none. Exhausts the arena where they are
// too many.
[[nodiscard]] std::vector<Value> items_of(const Value& value, Arena& arena);

}  // namespace pagewright::liquid
