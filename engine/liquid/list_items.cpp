#include "engine/liquid/list_items.hpp"

#include "engine/base/find_text.hpp"
#include "engine/liquid/number.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

void append_items(std::vector<Value>& items, const Value& list, Arena& arena) {
  const std::int64_t size = size_of(list);
  if (items.size() + static_cast<std::uint64_t>(size) > arena.remaining() / sizeof(Value)) return arena.exhaust();
  arena.spend(static_cast<std::size_t>(size));
  for (std::int64_t i = 0; i < size && !arena.is_exhausted(); ++i) {
    const Value item = item_at(list, i);
    if (item.is_list() && item.kind() != Kind::range)
      append_items(items, item, arena);
    else
      items.push_back(item);
  }
}

Value text_part(std::string_view text, const Value& property) {
  if (property.is_number()) {
    const auto size = static_cast<std::int64_t>(count_characters(text));
    const std::int64_t index = integer_of(property);
    if (index < -size || index >= size) return {};
    const std::int64_t place = index < 0 ? index + size : index;
    text.remove_prefix(offset_of_character(text, static_cast<std::size_t>(place)));
    return Value::of(text.substr(0, character_length(text, 0)));
  }
  const std::size_t at = find_text(text, property.text());
  return at == std::string_view::npos ? Value() : Value::of(text.substr(at, property.text().size()));
}

}  // namespace

std::vector<Value> items_of(const Value& value, Arena& arena) {
  std::vector<Value> items;
  if (value.is_list())
    append_items(items, value, arena);
  else if (!value.is_nil())
    items.push_back(value);
  return items;
}

bool is_selectable(const Value& item) {
  return item.json_object() || item.is_string() || item.kind() == Kind::integer;
}

Selected select(const Value& item, const Value& property, Arena& arena) {
  if (item.json_object()) {
    if (property.is_string()) return {element(item, property)};
    return {element(item, Value::of(text_of(property, arena)))};
  }
  if (item.is_string() && (property.is_string() || property.is_number())) {
    arena.spend(weight_of(item));
    return {text_part(item.text(), property)};
  }
  if (item.kind() == Kind::integer && property.is_number()) {  // a bit of it, as in Ruby
    const std::int64_t bit = integer_of(property);
    return {Value::of(bit >= 0 && bit < 64 ? (item.integer() >> bit) & 1 : std::int64_t{0})};
  }
  if (item.is_string() || item.kind() == Kind::integer) {
    arena.raise("cannot select the property '", text_of(property, arena), "'");
    return {};
  }
  return {Value(), false};  // see is_selectable()
}

}  // namespace pagewright::liquid
