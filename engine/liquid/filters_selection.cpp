// Filters that pick from lists by a property of their items.
#include <algorithm>
#include <optional>

#include "engine/liquid/decimal.hpp"
#include "engine/liquid/filters.hpp"
#include "engine/liquid/list_items.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

// Whether the item's property equals the second argument, or is truthy where there is none. Nothing for items that have
// no properties: they end the search.
std::optional<bool> fits(const Value& item, Arguments arguments, Arena& arena) {
  const Selected selected = select(item, arguments[0], arena);
  if (!selected.is_selectable) return std::nullopt;
  const Value wanted = argument(arguments, 1);
  if (wanted.is_list() || wanted.json_object()) arena.spend(weight_of(wanted));
  return wanted.is_nil() ? selected.value.is_truthy() : equal(selected.value, wanted);
}

Value items_that(bool fit, const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Value> kept;
  for (const Value& item : items_of(input, arena)) {
    const auto found = fits(item, arguments, arena);
    if (!found) return {};
    if (*found == fit) kept.push_back(item);
  }
  return arena.keep(kept);
}

Value where(const Value& input, Arguments arguments, Arena& arena) {
  return items_that(true, input, arguments, arena);
}
Value reject(const Value& input, Arguments arguments, Arena& arena) {
  return items_that(false, input, arguments, arena);
}

struct Search {
  std::optional<std::size_t> place;
  bool was_ended = false;
};

Search search(const std::vector<Value>& items, Arguments arguments, Arena& arena) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto found = fits(items[i], arguments, arena);
    if (!found) return {std::nullopt, true};
    if (*found) return {i, false};
  }
  return {};
}

Value find(const Value& input, Arguments arguments, Arena& arena) {
  const std::vector<Value> items = items_of(input, arena);
  const Search found = search(items, arguments, arena);
  return found.place ? items[*found.place] : Value();
}

Value find_index(const Value& input, Arguments arguments, Arena& arena) {
  const Search found = search(items_of(input, arena), arguments, arena);
  return found.place ? Value::of(static_cast<std::int64_t>(*found.place)) : Value();
}

Value has(const Value& input, Arguments arguments, Arena& arena) {
  const Search found = search(items_of(input, arena), arguments, arena);
  return found.was_ended ? Value() : Value::of(found.place.has_value());
}

Value map(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Value> items = items_of(input, arena);
  for (Value& item : items) item = select(item, arguments[0], arena).value;
  return arena.keep(items);
}

// Integers are added up as such, decimals exactly.
Value sum(const Value& input, Arguments arguments, Arena& arena) {
  const Value property = argument(arguments, 0);
  Value integers = Value::of(std::int64_t{0});
  std::vector<double> decimals;
  for (const Value& item : items_of(input, arena)) {
    const Value value = property.is_nil() ? item : select(item, property, arena).value;
    for (const Value& part : items_of(value, arena)) {
      arena.spend(weight_of(part));
      const Value number = number_of(part);
      if (number.kind() == Kind::integer)
        integers = add(integers, number);
      else
        decimals.push_back(number.decimal());
    }
  }
  if (decimals.empty()) return integers;
  decimals.push_back(decimal_of(integers));
  return Value::of(exact_sum(decimals));
}

constexpr Filter filters[] = {
    {"map", map, 1, 1}, {"where", where, 1, 2},           {"reject", reject, 1, 2}, {"find", find, 1, 2},
    {"has", has, 1, 2}, {"find_index", find_index, 1, 2}, {"sum", sum, 0, 1},
};

}  // namespace

std::span<const Filter> selection_filters() {
  return filters;
}

}  // namespace pagewright::liquid
