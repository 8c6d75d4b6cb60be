// Filters that sort lists. Sorting is stable.
#include <algorithm>
#include <bit>

#include "engine/liquid/filters.hpp"
#include "engine/liquid/list_items.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

struct Keyed {
  Value key;
  Value item;
  std::size_t place;  // in the input, which decides between equal keys
};

// False where an item has no properties: then there is nothing to sort by.
bool read_keys(std::vector<Keyed>& keyed, const Value& input, const Value& property, Arena& arena) {
  const std::vector<Value> items = items_of(input, arena);
  if (!property.is_nil() && !std::ranges::all_of(items, is_selectable)) return false;
  for (const Value& item : items) {
    const bool is_compared = items.size() > 1 && !property.is_nil();
    const Selected selected = is_compared ? select(item, property, arena) : Selected{item};
    keyed.push_back({selected.value, item, keyed.size()});
  }
  return true;
}

Value items_only(const std::vector<Keyed>& keyed, Arena& arena) {
  std::vector<Value> items;
  items.reserve(keyed.size());
  for (const Keyed& entry : keyed) items.push_back(entry.item);
  return arena.keep(items);
}

// Numbers come before texts, all else after them and nil last: a total order, so that any mixture sorts the same
// everywhere.
unsigned rank(const Value& value) {
  return value.is_number() ? 0 : value.is_string() ? 1 : value.is_nil() ? 3 : 2;
}

void sort_by_key(std::vector<Keyed>& keyed, Arena& arena) {
  for (const Keyed& entry : keyed)
    if (entry.key.is_string()) arena.spend(weight_of(entry.key) * std::bit_width(keyed.size()));
  std::ranges::sort(keyed, [](const Keyed& a, const Keyed& b) {
    if (rank(a.key) != rank(b.key)) return rank(a.key) < rank(b.key);
    const Order found = order(a.key, b.key);
    return found == Order::less || (found != Order::greater && a.place < b.place);
  });
}

// Liquid sorts numbers, or texts, but no mixture of them and nothing else.
void check_comparable(const std::vector<Keyed>& keyed, Arena& arena) {
  std::size_t counts[4] = {};
  for (const Keyed& entry : keyed) ++counts[rank(entry.key)];
  const std::size_t count = counts[0] + counts[1] + counts[2];
  if (count > 1 && counts[0] != count && counts[1] != count) arena.raise("cannot sort values of incompatible types");
}

Value sort(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Keyed> keyed;
  if (!read_keys(keyed, input, argument(arguments, 0), arena)) return {};
  check_comparable(keyed, arena);
  sort_by_key(keyed, arena);
  return items_only(keyed, arena);
}

// Without regard to the case of A to Z.
Value sort_natural(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Keyed> keyed;
  if (!read_keys(keyed, input, argument(arguments, 0), arena)) return {};
  for (Keyed& entry : keyed) {
    if (entry.key.is_nil()) continue;
    std::string folded;
    append_text(folded, entry.key);
    for (char& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    entry.key = Value::of(arena.keep(folded));
  }
  sort_by_key(keyed, arena);
  return items_only(keyed, arena);
}

constexpr Filter filters[] = {{"sort", sort, 0, 1}, {"sort_natural", sort_natural, 0, 1}};

}  // namespace

std::span<const Filter> order_filters() {
  return filters;
}

}  // namespace pagewright::liquid
