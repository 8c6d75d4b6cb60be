// The values that a template computes with: small, trivially copyable, pointing into the caller's JSON, the program's
// constants or the run's arena.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/json/value.hpp"

namespace pagewright::liquid {

class Arena;

enum class Kind : std::uint8_t { nil, boolean, integer, decimal, string, json, array, range, empty, blank };

class Value {
 public:
  constexpr Value() : kind_(Kind::nil), length_(0), integer_(0) {}

  static constexpr Value of(bool value) { return Value(Kind::boolean, value ? 1 : 0); }
  static constexpr Value of(std::int64_t value) { return Value(Kind::integer, value); }
  static constexpr Value of(double value) {
    Value result;
    result.kind_ = Kind::decimal;
    result.decimal_ = value;
    return result;
  }
  static constexpr Value of(std::string_view text) {
    Value result;
    result.kind_ = Kind::string;
    result.length_ = static_cast<std::uint32_t>(text.size());
    result.text_ = text.data();
    return result;
  }
  static constexpr Value of(std::span<const Value> items) {
    Value result;
    result.kind_ = Kind::array;
    result.length_ = static_cast<std::uint32_t>(items.size());
    result.items_ = items.data();
    return result;
  }
  // What a local holds before it is first assigned: a nil that lets a variable of the same name show through.
  static constexpr Value unset() { return Value(Kind::nil, 1); }
  // Both ends belong to the range. They are held within 32 bits.
  static Value range(std::int64_t first, std::int64_t last);
  static constexpr Value empty() { return Value(Kind::empty, 0); }
  static constexpr Value blank() { return Value(Kind::blank, 0); }
  static Value of(const json::Value& value) {
    switch (value.kind()) {
      case boost::json::kind::null:
        return {};
      case boost::json::kind::bool_:
        return of(value.get_bool());
      case boost::json::kind::int64:
        return of(value.get_int64());
      case boost::json::kind::uint64:
        return of(static_cast<double>(value.get_uint64()));
      case boost::json::kind::double_:
        return of(value.get_double());
      case boost::json::kind::string:
        return of(json::view(value.get_string()));
      case boost::json::kind::array:
      case boost::json::kind::object:
        break;
    }
    Value result;
    result.kind_ = Kind::json;
    result.json_ = &value;
    return result;
  }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_nil() const { return kind_ == Kind::nil; }
  [[nodiscard]] bool is_unset() const { return kind_ == Kind::nil && integer_ != 0; }
  [[nodiscard]] bool is_string() const { return kind_ == Kind::string; }
  [[nodiscard]] bool is_number() const { return kind_ == Kind::integer || kind_ == Kind::decimal; }
  // Only nil and false are falsy.
  [[nodiscard]] bool is_truthy() const { return kind_ != Kind::nil && (kind_ != Kind::boolean || integer_ != 0); }

  // Each may be called only for the kind that it names.
  [[nodiscard]] bool boolean() const { return integer_ != 0; }
  [[nodiscard]] std::int64_t integer() const { return integer_; }
  [[nodiscard]] double decimal() const { return decimal_; }
  [[nodiscard]] std::string_view text() const { return {text_, length_}; }
  [[nodiscard]] const json::Value& json() const { return *json_; }
  [[nodiscard]] std::span<const Value> items() const { return {items_, length_}; }
  [[nodiscard]] std::int64_t range_first() const { return integer_; }
  [[nodiscard]] std::int64_t range_last() const { return static_cast<std::int32_t>(length_); }

  [[nodiscard]] const json::Array* json_array() const { return kind_ == Kind::json ? json_->if_array() : nullptr; }
  [[nodiscard]] const json::Object* json_object() const { return kind_ == Kind::json ? json_->if_object() : nullptr; }
  [[nodiscard]] bool is_list() const { return kind_ == Kind::array || kind_ == Kind::range || json_array(); }

 private:
  constexpr Value(Kind kind, std::int64_t integer) : kind_(kind), length_(0), integer_(integer) {}

  Kind kind_;
  std::uint32_t length_;  // of text and items; a range's last number
  union {
    std::int64_t integer_;
    double decimal_;
    const char* text_;
    const json::Value* json_;
    const Value* items_;
  };
};

static_assert(sizeof(Value) == 16 || sizeof(void*) == 4);

// How many items a list or object has, how many characters a string, how many bytes an integer; 0 for all else.
[[nodiscard]] std::int64_t size_of(const Value& value);
// What it costs to look at everything in a value, at every depth, in quarters of a step.
[[nodiscard]] std::size_t weight_of(const Value& value);
// Item `index` of a list, which must have it.
[[nodiscard]] Value item_at(const Value& list, std::int64_t index);
// Entry `index` of an object, which must have it: a list of its key and its value.
[[nodiscard]] Value entry_at(const Value& object, std::int64_t index, Arena& arena);
// a.key: the member of an object; size, first and last where no member is called so. nil where there is none.
[[nodiscard]] Value member(const Value& container, std::string_view key, Arena& arena);
// a[index]: a member by name or an item by number, from the end when negative.
[[nodiscard]] Value element(const Value& container, const Value& index);

[[nodiscard]] bool equal(const Value& a, const Value& b);
// How two numbers or two texts stand to each other; none for all else.
enum class Order : std::uint8_t { less, same, greater, none };
[[nodiscard]] Order order(const Value& a, const Value& b);
[[nodiscard]] bool contains(const Value& container, const Value& sought);
// A number and a text: Liquid calls comparing their size an error.
[[nodiscard]] bool are_incomparable(const Value& a, const Value& b);

// Appends the value as it is printed, without escaping: the items of a list one after the other.
void append_text(std::string& out, const Value& value);
// Appends the value as the text filters read it: as it is printed, but a list as ["a", 1].
void append_as_text(std::string& out, const Value& value);
// The value as the text filters read it: its own text, or what the arena keeps.
[[nodiscard]] std::string_view text_of(const Value& value, Arena& arena);

}  // namespace pagewright::liquid
