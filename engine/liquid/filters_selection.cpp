// Filters that pick from lists by a property of their items.
#include "engine/liquid/filters.hpp"
#include "engine/liquid/list_items.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

Value map(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Value> items = items_of(input, arena);
  for (Value& item : items) item = element(item, arguments[0], arena);
  return arena.keep(items);
}

// Items whose property equals the value; without one, those whose property is truthy.
Value where(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Value> items = items_of(input, arena);
  std::erase_if(items, [&](const Value& item) {
    const Value property = element(item, arguments[0], arena);
    return arguments.size() > 1 && !arguments[1].is_nil() ? !equal(property, arguments[1]) : !property.is_truthy();
  });
  return arena.keep(items);
}

Value compact(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Value> items = items_of(input, arena);
  std::erase_if(items, [&](const Value& item) {
    return (arguments.empty() ? item : element(item, arguments[0], arena)).is_nil();
  });
  return arena.keep(items);
}

Value sum(const Value& input, Arguments arguments, Arena& arena) {
  Value total = Value::of(std::int64_t{0});
  for (const Value& item : items_of(input, arena))
    total = add(total, number_of(arguments.empty() ? item : element(item, arguments[0], arena)));
  return total;
}

constexpr Filter filters[] = {
    {"map", map, 1, 1},
    {"where", where, 1, 2},
    {"compact", compact, 0, 1},
    {"sum", sum, 0, 1},
};

}  // namespace

std::span<const Filter> selection_filters() {
  return filters;
}

}  // namespace pagewright::liquid
