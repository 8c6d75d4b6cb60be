#include "engine/json/value.hpp"

#include <algorithm>
#include <boost/json/serializer.hpp>
#include <cmath>

#include "engine/base/scan_bytes.hpp"

namespace pagewright::json {
namespace {

// A finite number's shortest digits and decimal exponent: value = 0.d1d2d3… × 10^exponent.
struct Decimal {
  std::string digits;
  int exponent;
};

Decimal shortest_decimal(double number) {
  // Boost.JSON writes doubles in scientific notation with the fewest digits that read back: "1.5E0", "1E-7".
  boost::json::serializer writer;
  const Value boxed = number;
  writer.reset(&boxed);
  char buffer[40];
  const auto written = writer.read(buffer, sizeof buffer);
  const std::string_view text(written.data(), written.size());
  const auto mark = text.find('E');
  Decimal decimal{{}, 1};
  for (char c : text.substr(0, mark))
    if (c != '.') decimal.digits.push_back(c);
  int exponent = 0;
  bool negative = false;
  for (char c : text.substr(mark + 1)) {
    if (c == '-')
      negative = true;
    else if (c != '+')
      exponent = exponent * 10 + (c - '0');
  }
  decimal.exponent += negative ? -exponent : exponent;
  while (decimal.digits.size() > 1 && decimal.digits.back() == '0') decimal.digits.pop_back();
  return decimal;
}

}  // namespace

// https://tc39.es/ecma262/#sec-numeric-types-number-tostring
void append_number(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  if (number == 0) {
    out += '0';
    return;
  }
  if (number < 0) {
    out += '-';
    number = -number;
  }
  const auto [digits, n] = shortest_decimal(number);
  const int k = static_cast<int>(digits.size());
  if (k <= n && n <= 21) {
    out += digits;
    out.append(static_cast<std::size_t>(n - k), '0');
  } else if (0 < n && n <= 21) {
    out.append(digits, 0, static_cast<std::size_t>(n)).append(".").append(digits, static_cast<std::size_t>(n));
  } else if (-6 < n && n <= 0) {
    out.append("0.").append(static_cast<std::size_t>(-n), '0').append(digits);
  } else {
    out += digits.front();
    if (k > 1) out.append(".").append(digits, 1);
    out += n - 1 < 0 ? "e-" : "e+";
    out += std::to_string(std::abs(n - 1));
  }
}

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto needs_escape = [](auto byte) { return (byte < 0x20) | (byte == '"') | (byte == '\\'); };
  out += '"';
  std::size_t copied = 0;
  for_each_match(text, needs_escape, [&](std::size_t at) {
    out.append(text, copied, at - copied);
    copied = at + 1;
    const auto c = static_cast<unsigned char>(text[at]);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out.append("\\u00").append(1, hex[c >> 4]).append(1, hex[c & 15]);
    }
  });
  out.append(text, copied, text.size() - copied);
  out += '"';
}

void append_serialized(std::string& out, const Value& value) {
  switch (value.kind()) {
    case boost::json::kind::null:
      out += "null";
      return;
    case boost::json::kind::bool_:
      out += value.get_bool() ? "true" : "false";
      return;
    case boost::json::kind::int64:
      out += std::to_string(value.get_int64());
      return;
    case boost::json::kind::uint64:
      out += std::to_string(value.get_uint64());
      return;
    case boost::json::kind::double_:
      append_number(out, value.get_double());
      return;
    case boost::json::kind::string:
      append_quoted(out, view(value.get_string()));
      return;
    case boost::json::kind::array: {
      char separator = '[';
      for (const Value& item : value.get_array()) {
        out += std::exchange(separator, ',');
        append_serialized(out, item);
      }
      out += separator == '[' ? "[]" : "]";
      return;
    }
    case boost::json::kind::object: {
      char separator = '{';
      for (const auto& member : value.get_object()) {
        out += std::exchange(separator, ',');
        append_quoted(out, view(member.key()));
        out += ':';
        append_serialized(out, member.value());
      }
      out += separator == '{' ? "{}" : "}";
      return;
    }
  }
}

std::string serialize(const Value& value) {
  std::string out;
  append_serialized(out, value);
  return out;
}

const Value* find(const Value& value, std::string_view key) {
  const Object* object = value.if_object();
  return object ? object->if_contains({key.data(), key.size()}) : nullptr;
}

std::optional<std::string_view> find_string(const Value& value, std::string_view key) {
  const Value* member = find(value, key);
  if (!member || !member->is_string()) return std::nullopt;
  return view(member->get_string());
}

std::string_view type_name(const Value& value) {
  switch (value.kind()) {
    case boost::json::kind::null:
      return "null";
    case boost::json::kind::bool_:
      return "boolean";
    case boost::json::kind::int64:
    case boost::json::kind::uint64:
      return "integer";
    case boost::json::kind::double_:
      return "number";
    case boost::json::kind::string:
      return "string";
    case boost::json::kind::array:
      return "array";
    case boost::json::kind::object:
      return "object";
  }
  std::unreachable();
}

bool equal(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) {
    if (!a.is_double() && !b.is_double()) return a == b;
    boost::json::error_code ignored;
    return a.to_number<double>(ignored) == b.to_number<double>(ignored);
  }
  if (a.kind() != b.kind()) return false;
  if (const Array* left = a.if_array()) return std::ranges::equal(*left, b.get_array(), equal);
  if (const Object* left = a.if_object()) {
    const Object& right = b.get_object();
    return left->size() == right.size() && std::ranges::all_of(*left, [&](const auto& member) {
             const Value* other = right.if_contains(member.key());
             return other && equal(member.value(), *other);
           });
  }
  return a == b;
}

}  // namespace pagewright::json
