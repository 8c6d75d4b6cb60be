// Where in a JSON text a reader is: a chain of steps on the reader's stack, spelt out only when there is a fault to
// report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pagewright::document {

// A step must not outlive the one that it goes on from.
class JsonPath {
 public:
  JsonPath() = default;  // the whole value
  [[nodiscard]] JsonPath operator/(std::string_view key) const { return {this, key, 0}; }
  [[nodiscard]] JsonPath operator/(std::size_t index) const { return {this, {}, index}; }

  // The JSON Pointer.
  [[nodiscard]] std::string text() const;

 private:
  JsonPath(const JsonPath* parent, std::string_view key, std::size_t index)
      : parent_(parent), key_(key), index_(index) {}

  const JsonPath* parent_ = nullptr;
  std::string_view key_;  // a null pointer: an item's index counts
  std::size_t index_ = 0;
};

}  // namespace pagewright::document
