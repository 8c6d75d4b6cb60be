// How values are printed, and how they read as text.
#include "engine/liquid/arena.hpp"
#include "engine/liquid/decimal.hpp"
#include "engine/liquid/number.hpp"
#include "engine/liquid/value.hpp"

namespace pagewright::liquid {
namespace {

void append_inspected_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view named = "\a\b\t\n\v\f\r\x1B\"\\";
  constexpr std::string_view names = "abtnvfre\"\\";
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_interpolation =
        c == '#' && i + 1 < text.size() && (text[i + 1] == '{' || text[i + 1] == '$' || text[i + 1] == '@');
    if (const std::size_t at = named.find(c); at != std::string_view::npos) {
      out += '\\';
      out += names[at];
    } else if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) {
      out += "\\x";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    } else {
      if (is_interpolation) out += '\\';
      out += c;
    }
  }
  out += '"';
}

// As Ruby, and so Liquid, shows what is inside of lists and objects: ["a", 1, nil], {"b"=>2}.
void append_inspected(std::string& out, const Value& value) {
  if (value.is_nil()) {
    out += "nil";
  } else if (value.is_string()) {
    append_inspected_text(out, value.text());
  } else if (const json::Object* object = value.json_object()) {
    out += '{';
    for (const auto& entry : *object) {
      if (&entry != &*object->begin()) out += ", ";
      append_inspected_text(out, json::view(entry.key()));
      out += "=>";
      append_inspected(out, Value::of(entry.value()));
    }
    out += '}';
  } else if (value.is_list() && value.kind() != Kind::range) {
    out += '[';
    const std::int64_t size = size_of(value);
    for (std::int64_t i = 0; i < size; ++i) {
      if (i > 0) out += ", ";
      append_inspected(out, item_at(value, i));
    }
    out += ']';
  } else {
    append_text(out, value);
  }
}

}  // namespace

void append_text(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::nil:
    case Kind::empty:
    case Kind::blank:
      return;
    case Kind::boolean:
      out += value.boolean() ? "true" : "false";
      return;
    case Kind::integer:
      append_integer(out, value.integer());
      return;
    case Kind::decimal:
      append_decimal(out, value.decimal());
      return;
    case Kind::string:
      out += value.text();
      return;
    case Kind::range:
      append_integer(out, value.range_first());
      out += "..";
      append_integer(out, value.range_last());
      return;
    case Kind::array:
      for (const Value& item : value.items()) append_text(out, item);
      return;
    case Kind::json:
      if (const json::Array* array = value.json_array()) {
        for (const json::Value& item : *array) append_text(out, Value::of(item));
      } else {
        append_inspected(out, value);
      }
      return;
  }
}

void append_as_text(std::string& out, const Value& value) {
  if (value.is_list() && value.kind() != Kind::range)
    append_inspected(out, value);
  else
    append_text(out, value);
}

std::string_view text_of(const Value& value, Arena& arena) {
  if (value.is_string()) return value.text();
  std::string text;
  append_as_text(text, value);
  return arena.keep(text);
}

}  // namespace pagewright::liquid
