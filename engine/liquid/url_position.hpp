// Where in a URL attribute's value a template stands, and how an output there is made safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/liquid/escape.hpp"
#include "engine/liquid/html_names.hpp"

namespace pagewright::liquid {

class UrlPosition {
 public:
  UrlPosition() = default;
  explicit UrlPosition(AttributeKind kind) : kind_(kind) {}

  // Reads one literal character; `rest` is the text from it on. Yields the fault, if there is one.
  [[nodiscard]] std::optional<std::string_view> read(char c, std::string_view rest);
  // The escape of an output here, after which the position has moved on; nothing where an output cannot be proven safe.
  [[nodiscard]] std::optional<OutputEscape> output();
  // A scheme may be under way: a character reference here would hide it from a reader.
  [[nodiscard]] bool may_be_in_scheme() const { return part_ == Part::start || part_ == Part::scheme; }
  // Where two branches meet.
  [[nodiscard]] static UrlPosition join(const UrlPosition& a, const UrlPosition& b);

  [[nodiscard]] std::string_view describe() const;

  bool operator==(const UrlPosition&) const = default;

 private:
  enum class Part : std::uint8_t {
    start,
    scheme,   // literal text that may yet turn out to be a scheme
    dynamic,  // begun by an output, no delimiter yet
    path,
    component,   // query or fragment
    descriptor,  // of a srcset candidate
    mixed        // it depends on the branch taken
  };

  std::optional<std::string_view> read_scheme(char c, std::string_view rest);

  AttributeKind kind_ = AttributeKind::url;
  Part part_ = Part::start;
  bool follows_comma_ = false;  // of srcset, directly
  std::string scheme_;
};

}  // namespace pagewright::liquid
