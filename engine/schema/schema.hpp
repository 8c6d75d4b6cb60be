// JSON Schema 2020-12 for component props. Supported keywords: docs/formats/component.md.
// Source: https://json-schema.org/draft/2020-12
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/json/value.hpp"

namespace pagewright::schema {

// What a value does not keep, for those who say it in words of their own.
enum class Rule : std::uint8_t {
  other,
  type,      // subject: the names of JSON's types, "string or null"
  choice,    // enum, const
  missing,   // subject: the member that is required
  unknown,   // subject: the member that is not known
  too_few,   // characters, items, properties
  too_many,  // likewise
  pattern,   // subject: the pattern
};

struct Violation {
  std::string path;     // JSON Pointer into the value: "/items/2/title"
  std::string message;  // "must be at most 200 characters, is 312"
  Rule rule = Rule::other;
  std::string subject = {};
  bool operator==(const Violation&) const = default;
};

class Schema {
 public:
  enum class Dialect : std::uint8_t {
    component,              // unknown keywords are faults, defaults must fit, the documented formats are asserted
    standard,               // unknown keywords are kept and mean nothing; every format is an annotation
    standard_with_formats,  // the same, with the documented formats asserted
  };

  // Unknown formats are annotations; malformed keywords, remote $ref and bad patterns are Diagnostics that name their
  // JSON Pointer.
  [[nodiscard]] static std::expected<Schema, std::vector<Diagnostic>> compile(const json::Value& source,
                                                                              Dialect dialect = Dialect::component);
  // Of an object whose every property may be anything: of a component in a version that is not at hand.
  [[nodiscard]] static Schema of_anything();

  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();

  // At most 20 violations. A value that fits costs no allocation, unless it has more than 256 members or 32 unique
  // items, or a pattern is very long.
  [[nodiscard]] std::vector<Violation> validate(const json::Value& value) const;
  // The same without saying why.
  [[nodiscard]] bool fits(const json::Value& value) const;

  // Of a schema of an object: is `name` among its properties? How many are there? And does `value` fit that property?
  [[nodiscard]] bool has_property(std::string_view name) const;
  [[nodiscard]] std::size_t property_count() const;
  [[nodiscard]] std::vector<Violation> validate_property(std::string_view name, const json::Value& value) const;

  // The defaults of an object's properties; properties without one are absent. Lives as long as the schema.
  [[nodiscard]] const json::Object& defaults() const;

  [[nodiscard]] const json::Value& source() const;

  struct Compiled;

 private:
  explicit Schema(std::unique_ptr<const Compiled> compiled);
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace pagewright::schema
