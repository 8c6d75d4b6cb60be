// Filters that make, order and join lists.
#include <algorithm>

#include "engine/liquid/filters.hpp"
#include "engine/liquid/list_items.hpp"
#include "engine/liquid/number.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {

std::vector<Value> items_of(const Value& value, Arena& arena) {
  std::vector<Value> items;
  if (!value.is_list()) {
    if (!value.is_nil()) items.push_back(value);
    return items;
  }
  const std::int64_t size = size_of(value);
  if (static_cast<std::uint64_t>(size) > arena.remaining() / sizeof(Value)) {
    arena.exhaust();
    return items;
  }
  items.reserve(static_cast<std::size_t>(size));
  for (std::int64_t i = 0; i < size; ++i) items.push_back(item_at(value, i));
  return items;
}

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
  return member(input, "first", arena);
}
Value last(const Value& input, Arguments, Arena& arena) {
  return member(input, "last", arena);
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
  std::vector<Value> items = items_of(input, arena);
  const std::vector<Value> more = items_of(arguments[0], arena);
  items.insert(items.end(), more.begin(), more.end());
  return arena.keep(items);
}

struct Keyed {
  Value key;
  Value item;
  std::size_t place;  // in the input, which decides between equal keys
};

std::vector<Keyed> keyed_items(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Keyed> keyed;
  for (const Value& item : items_of(input, arena))
    keyed.push_back({arguments.empty() ? item : element(item, arguments[0], arena), item, keyed.size()});
  return keyed;
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
  const bool is_orderable = order(value, value) == Order::same;
  return is_orderable ? (value.is_number() ? 0 : 1) : value.is_nil() ? 3 : 2;
}

void sort_by_key(std::vector<Keyed>& keyed) {
  std::ranges::sort(keyed, [](const Keyed& a, const Keyed& b) {
    if (rank(a.key) != rank(b.key)) return rank(a.key) < rank(b.key);
    const Order found = order(a.key, b.key);
    return found == Order::less || (found != Order::greater && a.place < b.place);
  });
}

Value sort(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Keyed> keyed = keyed_items(input, arguments, arena);
  sort_by_key(keyed);
  return items_only(keyed, arena);
}

Value sort_natural(const Value& input, Arguments arguments, Arena& arena) {
  std::vector<Keyed> keyed = keyed_items(input, arguments, arena);
  for (Keyed& entry : keyed) {
    if (entry.key.is_nil()) continue;
    std::string folded;
    append_lower(folded, text_of(entry.key, arena));
    entry.key = Value::of(arena.keep(folded));
  }
  sort_by_key(keyed);
  return items_only(keyed, arena);
}

// Compared as printed text with its type, which sorting makes fast for long lists.
Value uniq(const Value& input, Arguments arguments, Arena& arena) {
  const std::vector<Keyed> keyed = keyed_items(input, arguments, arena);
  std::vector<std::string> names;
  for (const Keyed& entry : keyed) {
    std::string name(1, static_cast<char>('0' + rank(entry.key)));
    append_text(name, entry.key);
    names.push_back(std::move(name));
  }
  std::vector<std::size_t> places(keyed.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::ranges::sort(places, [&](std::size_t a, std::size_t b) {
    const auto found = names[a] <=> names[b];
    return found < 0 || (found == 0 && a < b);
  });
  std::vector<bool> is_repeated(keyed.size());
  for (std::size_t i = 1; i < places.size(); ++i) is_repeated[places[i]] = names[places[i]] == names[places[i - 1]];
  std::vector<Value> items;
  for (std::size_t i = 0; i < keyed.size(); ++i)
    if (!is_repeated[i]) items.push_back(keyed[i].item);
  return arena.keep(items);
}

constexpr Filter filters[] = {
    {"join", join, 0, 1},       {"first", first, 0, 0},   {"last", last, 0, 0}, {"size", size, 0, 0},
    {"reverse", reverse, 0, 0}, {"concat", concat, 1, 1}, {"sort", sort, 0, 1}, {"sort_natural", sort_natural, 0, 1},
    {"uniq", uniq, 0, 1},
};

}  // namespace

std::span<const Filter> array_filters() {
  return filters;
}

}  // namespace pagewright::liquid
