// Filters that make, join and cut lists.
#include <algorithm>
#include <bit>

#include "engine/liquid/filters.hpp"
#include "engine/liquid/list_items.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

Value join(const Value& input, Arguments arguments, Arena& arena) {
  const std::string_view separator = arguments.empty() ? " " : text_of(arguments[0], arena);
  std::string out;
  bool is_first = true;
  for (const Value& item : items_of(input, arena)) {
    if (!is_first) out += separator;
    is_first = false;
    append_text(out, item);
    if (out.size() > arena.remaining()) break;
  }
  return Value::of(arena.keep(out));
}

Value first(const Value& input, Arguments, Arena& arena) {
  if (input.json_object()) return size_of(input) == 0 ? Value() : entry_at(input, 0, arena);
  return member(input, "first", arena);
}
Value last(const Value& input, Arguments, Arena& arena) {
  return input.json_object() ? Value() : member(input, "last", arena);
}
Value size(const Value& input, Arguments, Arena&) {
  return Value::of(size_of(input));
}

Value reverse(const Value& input, Arguments, Arena& arena) {
  std::vector<Value> items = items_of(input, arena);
  std::ranges::reverse(items);
  return arena.keep(items);
}

Value concat(const Value& input, Arguments arguments, Arena& arena) {
  if (!arguments[0].is_list() || arguments[0].kind() == Kind::range)
    arena.raise("concat filter requires an array argument");
  std::vector<Value> items = items_of(input, arena);
  const std::int64_t size = arguments[0].is_list() ? size_of(arguments[0]) : 0;
  if (static_cast<std::uint64_t>(size) > arena.remaining() / sizeof(Value)) {
    arena.exhaust();
    return {};
  }
  for (std::int64_t i = 0; i < size; ++i) items.push_back(item_at(arguments[0], i));
  return arena.keep(items);
}

Value compact(const Value& input, Arguments arguments, Arena& arena) {
  const Value property = argument(arguments, 0);
  std::vector<Value> items;
  for (const Value& item : items_of(input, arena)) {
    const Selected selected = property.is_nil() ? Selected{item} : select(item, property, arena);
    if (!selected.is_selectable) return {};
    if (!selected.value.is_nil()) items.push_back(item);
  }
  return arena.keep(items);
}

// Compared as printed text with its kind, which sorting makes fast for long lists.
Value uniq(const Value& input, Arguments arguments, Arena& arena) {
  const Value property = argument(arguments, 0);
  const std::vector<Value> items = items_of(input, arena);
  std::vector<std::string> names;
  std::size_t size = 0;
  for (const Value& item : items) {
    const bool is_compared = items.size() > 1 && !property.is_nil();
    const Selected selected = is_compared ? select(item, property, arena) : Selected{item};
    if (!selected.is_selectable) return {};
    const bool is_text = selected.value.is_string();
    std::string& name = names.emplace_back(1, is_text ? 's' : selected.value.is_nil() ? 'n' : 'v');
    append_as_text(name, selected.value);  // [1, 23] is not [12, 3]
    size += name.size();
    if (size > arena.remaining()) break;
  }
  arena.spend(size / 16 * std::bit_width(names.size()));
  if (names.size() < items.size()) {
    arena.exhaust();
    return {};
  }
  std::vector<std::size_t> places(items.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::ranges::sort(places, [&](std::size_t a, std::size_t b) {
    const auto found = names[a] <=> names[b];
    return found < 0 || (found == 0 && a < b);
  });
  std::vector<bool> is_repeated(items.size());
  for (std::size_t i = 1; i < places.size(); ++i) is_repeated[places[i]] = names[places[i]] == names[places[i - 1]];
  std::vector<Value> kept;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!is_repeated[i]) kept.push_back(items[i]);
  return arena.keep(kept);
}

constexpr Filter filters[] = {
    {"join", join, 0, 1},       {"first", first, 0, 0},   {"last", last, 0, 0},       {"size", size, 0, 0},
    {"reverse", reverse, 0, 0}, {"concat", concat, 1, 1}, {"compact", compact, 0, 1}, {"uniq", uniq, 0, 1},
};

}  // namespace

std::span<const Filter> array_filters() {
  return filters;
}

}  // namespace pagewright::liquid
