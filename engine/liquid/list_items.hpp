// Reading any value as a list, as the array filters do.
#pragma once

#include <vector>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

// The items of a list, those of the lists in it among them; a single item for all other values but nil, which has none.
// Exhausts the arena where they are too many.
[[nodiscard]] std::vector<Value> items_of(const Value& value, Arena& arena);

// item[property]: the member of an object, a part of a text. What has no properties at all is not selectable.
struct Selected {
  Value value;
  bool is_selectable = true;
};
[[nodiscard]] bool is_selectable(const Value& item);
// Raises an error for what cannot have this property.
[[nodiscard]] Selected select(const Value& item, const Value& property, Arena& arena);

}  // namespace pagewright::liquid
