// JSON values (Boost.JSON's), with parsing under limits and serialization in one canonical way on every target.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace pagewright::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;
using String = boost::json::string;

inline std::string_view view(const String& text) {
  return {text.data(), text.size()};
}
inline std::string_view view(boost::json::string_view text) {
  return {text.data(), text.size()};
}

// Parses RFC 8259 JSON, at most `max_depth` containers deep. Error invalid_json names line and column. A duplicate key
// keeps its last value.
[[nodiscard]] Result<Value> parse(std::string_view text, unsigned max_depth = 320);

// Compact JSON, members in their order, numbers as in append_number: equal values give equal bytes on every target.
[[nodiscard]] std::string serialize(const Value& value);
void append_serialized(std::string& out, const Value& value);
void append_quoted(std::string& out, std::string_view text);

// The shortest decimal that reads back as the same double: "1.5", "100", "1e+21" (as ECMAScript's Number::toString).
void append_number(std::string& out, double number);

// The member `key`, or null where `value` is no object or has no such member.
[[nodiscard]] const Value* find(const Value& value, std::string_view key);

// The text of member `key`; nothing where it is absent or no string.
[[nodiscard]] std::optional<std::string_view> find_string(const Value& value, std::string_view key);

// The name of a value's JSON type: "null", "boolean", "integer", "number", "string", "array", "object".
[[nodiscard]] std::string_view type_name(const Value& value);

// JSON equality: numbers by value (1 equals 1.0), objects regardless of member order.
[[nodiscard]] bool equal(const Value& a, const Value& b);

}  // namespace pagewright::json
