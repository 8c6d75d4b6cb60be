#include "engine/liquid/value.hpp"

#include <algorithm>
#include <array>

#include "engine/base/find_text.hpp"
#include "engine/liquid/arena.hpp"
#include "engine/liquid/decimal.hpp"
#include "engine/liquid/number.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

bool is_blank_text(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

bool is_empty(const Value& value) {
  if (value.kind() == Kind::range) return false;
  return (value.is_string() || value.is_list() || value.json_object()) && size_of(value) == 0;
}

bool is_blank(const Value& value) {
  return !value.is_truthy() || is_empty(value) || (value.is_string() && is_blank_text(value.text()));
}

// The size, first and last of a text, in characters.
Value text_member(std::string_view text, std::string_view key) {
  const bool is_first = key == "first";
  if (key == "size") return Value::of(static_cast<std::int64_t>(count_characters(text)));
  if (text.empty() || (!is_first && key != "last")) return {};
  return Value::of(is_first ? text.substr(0, character_length(text, 0)) : text.substr(last_character(text)));
}

}  // namespace

Value Value::range(std::int64_t first, std::int64_t last) {
  Value result;
  result.kind_ = Kind::range;
  result.integer_ = std::clamp<std::int64_t>(first, INT32_MIN, INT32_MAX);
  result.length_ =
      static_cast<std::uint32_t>(static_cast<std::int32_t>(std::clamp<std::int64_t>(last, INT32_MIN, INT32_MAX)));
  return result;
}

std::int64_t size_of(const Value& value) {
  switch (value.kind()) {
    case Kind::string:
      return static_cast<std::int64_t>(count_characters(value.text()));
    case Kind::array:
      return static_cast<std::int64_t>(value.items().size());
    case Kind::range:
      return std::max<std::int64_t>(0, value.range_last() - value.range_first() + 1);
    case Kind::json: {
      const json::Array* array = value.json_array();
      return static_cast<std::int64_t>(array ? array->size() : value.json_object()->size());
    }
    case Kind::integer:
      return 8;  // its bytes, as in Ruby
    case Kind::nil:
    case Kind::boolean:
    case Kind::decimal:
    case Kind::empty:
    case Kind::blank:
      return 0;
  }
  std::unreachable();
}

std::size_t weight_of(const Value& value) {
  constexpr std::size_t bytes = 16;
  if (value.is_string()) return value.text().size() / bytes;
  std::size_t weight = 0;
  for (const Value& item : value.kind() == Kind::array ? value.items() : std::span<const Value>())
    weight += 1 + weight_of(item);
  if (const json::Array* array = value.json_array())
    for (const json::Value& item : *array) weight += 1 + weight_of(Value::of(item));
  if (const json::Object* object = value.json_object())
    for (const auto& entry : *object) weight += 1 + entry.key().size() / bytes + weight_of(Value::of(entry.value()));
  return weight;
}

Value item_at(const Value& list, std::int64_t index) {
  const auto place = static_cast<std::size_t>(index);
  if (list.kind() == Kind::range) return Value::of(list.range_first() + index);
  if (list.kind() == Kind::array) return list.items()[place];
  return Value::of((*list.json_array())[place]);
}

Value entry_at(const Value& object, std::int64_t index, Arena& arena) {
  const auto& entry = *(object.json_object()->begin() + static_cast<std::ptrdiff_t>(index));
  const std::array<Value, 2> pair = {Value::of(json::view(entry.key())), Value::of(entry.value())};
  return arena.keep(pair);
}

Value member(const Value& container, std::string_view key, Arena& arena) {
  const json::Object* object = container.json_object();
  if (object) {
    if (const json::Value* found = object->if_contains({key.data(), key.size()})) return Value::of(*found);
    if (key == "size") return Value::of(size_of(container));
    return key == "first" && !object->empty() ? entry_at(container, 0, arena) : Value();
  }
  if (container.is_string()) return text_member(container.text(), key);
  if (!container.is_list() && container.kind() != Kind::integer) return {};
  const std::int64_t size = size_of(container);
  if (key == "size") return Value::of(size);
  if (size == 0 || !container.is_list()) return {};
  if (key == "first") return item_at(container, 0);
  if (key == "last") return item_at(container, size - 1);
  return {};
}

Value element(const Value& container, const Value& index) {
  if (index.is_string()) {
    const json::Object* object = container.json_object();
    const std::string_view key = index.text();
    const json::Value* found = object ? object->if_contains({key.data(), key.size()}) : nullptr;
    return found ? Value::of(*found) : Value();
  }
  if (index.kind() != Kind::integer || !container.is_list() || container.kind() == Kind::range) return {};
  const std::int64_t size = size_of(container);
  if (index.integer() < -size || index.integer() >= size) return {};
  return item_at(container, index.integer() < 0 ? index.integer() + size : index.integer());
}

bool equal(const Value& a, const Value& b) {
  if (a.is_string() && b.is_string()) return a.text() == b.text();
  if (b.kind() == Kind::empty || a.kind() == Kind::empty) return is_empty(b.kind() == Kind::empty ? a : b);
  if (b.kind() == Kind::blank || a.kind() == Kind::blank) return is_blank(b.kind() == Kind::blank ? a : b);
  if (a.is_number() && b.is_number()) {
    if (a.kind() == Kind::integer && b.kind() == Kind::integer) return a.integer() == b.integer();
    return decimal_of(a) == decimal_of(b);
  }
  if (a.is_list() && b.is_list()) {
    if (a.kind() == Kind::range || b.kind() == Kind::range)
      return a.kind() == b.kind() && a.range_first() == b.range_first() && a.range_last() == b.range_last();
    const std::int64_t size = size_of(a);
    if (size != size_of(b)) return false;
    for (std::int64_t i = 0; i < size; ++i)
      if (!equal(item_at(a, i), item_at(b, i))) return false;
    return true;
  }
  if (a.kind() != b.kind()) return false;
  if (a.is_nil()) return true;
  if (a.kind() == Kind::boolean) return a.boolean() == b.boolean();
  return a.json_object() && b.json_object() && json::equal(a.json(), b.json());
}

Order order(const Value& a, const Value& b) {
  const auto of = [](const auto& x, const auto& y) {
    return x < y ? Order::less : x == y ? Order::same : Order::greater;
  };
  if (a.kind() == Kind::integer && b.kind() == Kind::integer) return of(a.integer(), b.integer());
  if (a.is_number() && b.is_number()) return of(decimal_of(a), decimal_of(b));
  if (a.is_string() && b.is_string()) return of(a.text(), b.text());
  return Order::none;
}

bool are_incomparable(const Value& a, const Value& b) {
  return (a.is_number() && b.is_string()) || (a.is_string() && b.is_number());
}

bool contains(const Value& container, const Value& sought) {
  if (!sought.is_truthy()) return false;
  if (container.is_string()) {
    std::string text;
    append_as_text(text, sought);
    return find_text(container.text(), text) != std::string_view::npos;
  }
  if (const json::Object* object = container.json_object()) {
    if (!sought.is_string()) return false;
    return object->contains({sought.text().data(), sought.text().size()});
  }
  if (!container.is_list()) return false;
  if (container.kind() == Kind::range) {
    return sought.is_number() && decimal_of(sought) >= static_cast<double>(container.range_first()) &&
           decimal_of(sought) <= static_cast<double>(container.range_last());
  }
  const std::int64_t size = size_of(container);
  for (std::int64_t i = 0; i < size; ++i)
    if (equal(item_at(container, i), sought)) return true;
  return false;
}

}  // namespace pagewright::liquid
