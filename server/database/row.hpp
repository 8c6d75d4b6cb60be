// Parameters that go into a statement, and the rows that come out of it.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pagewright::database {

// Bytes that are no text. As a parameter it only refers to them.
struct Blob {
  std::string_view bytes;
};

// A value for $1, $2 …: null, an integer, a number, a text or a blob. It refers to the caller's text, which must
// outlive the call.
class Parameter {
 public:
  using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob>;
  // What it is, or would be if it were not null; unknown: a null of no type, which the statement must give it.
  enum class Type : std::uint8_t { unknown, integer, number, text, blob };

  // Implicit on purpose, so that lists of values read well.
  Parameter(std::nullptr_t) {}
  Parameter(std::string_view text) : value_(text) {}
  Parameter(const std::string& text) : value_(std::string_view(text)) {}
  Parameter(const char* text) : value_(std::string_view(text)) {}
  Parameter(Blob blob) : value_(blob) {}
  Parameter(double number) : value_(number) {}
  template <typename Integer>
    requires std::is_integral_v<Integer>
  Parameter(Integer number) : value_(static_cast<std::int64_t>(number)) {}
  template <typename T>
  Parameter(const std::optional<T>& value) : null_type_(Parameter(T()).type()) {
    if (value) value_ = Parameter(*value).value_;
  }

  [[nodiscard]] const Value& value() const { return value_; }
  [[nodiscard]] Type type() const { return value_.index() == 0 ? null_type_ : static_cast<Type>(value_.index()); }

 private:
  Value value_;
  Type null_type_ = Type::unknown;
};

// A column's value in a result. Text and blobs are both held as bytes.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

// One row of Rows, valid as long as they are. Columns count from 0; asking for another type than the column has is a
// mistake in the program (an assertion; in release the type's empty value).
class Row {
 public:
  Row(const Cell* cells, std::size_t columns) : cells_(cells), columns_(columns) {}

  [[nodiscard]] bool is_null(std::size_t column) const { return std::holds_alternative<std::monostate>(cell(column)); }
  [[nodiscard]] std::int64_t integer(std::size_t column) const {
    const auto* number = std::get_if<std::int64_t>(&cell(column));
    assert(number && "the column holds no integer");
    return number ? *number : 0;
  }
  [[nodiscard]] double number(std::size_t column) const {
    const auto* number = std::get_if<double>(&cell(column));
    assert(number && "the column holds no number");
    return number ? *number : 0;
  }
  [[nodiscard]] bool boolean(std::size_t column) const { return integer(column) != 0; }
  [[nodiscard]] const std::string& text(std::size_t column) const {
    static const std::string none;
    const auto* bytes = std::get_if<std::string>(&cell(column));
    assert(bytes && "the column holds no text");
    return bytes ? *bytes : none;
  }
  [[nodiscard]] const std::string& blob(std::size_t column) const { return text(column); }
  [[nodiscard]] std::optional<std::string> optional_text(std::size_t column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
  }
  [[nodiscard]] std::optional<std::int64_t> optional_integer(std::size_t column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
  }

  [[nodiscard]] const Cell& cell(std::size_t column) const {
    assert(column < columns_ && "no such column");
    return cells_[column];
  }

 private:
  const Cell* cells_;
  std::size_t columns_;
};

// All rows of a result.
class Rows {
 public:
  Rows() = default;
  Rows(std::vector<Cell> cells, std::size_t columns) : cells_(std::move(cells)), columns_(columns) {}

  [[nodiscard]] std::size_t size() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
  [[nodiscard]] bool empty() const { return cells_.empty(); }
  [[nodiscard]] Row operator[](std::size_t row) const { return {cells_.data() + row * columns_, columns_}; }
  [[nodiscard]] Row front() const { return (*this)[0]; }

  class Iterator {
   public:
    Iterator(const Rows& rows, std::size_t row) : rows_(&rows), row_(row) {}
    Row operator*() const { return (*rows_)[row_]; }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return row_ == other.row_; }

   private:
    const Rows* rows_;
    std::size_t row_;
  };
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

 private:
  std::vector<Cell> cells_;
  std::size_t columns_ = 0;
};

}  // namespace pagewright::database
