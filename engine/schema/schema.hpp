// JSON Schema 2020-12 for component props. Supported keywords: docs/formats/component.md.
// Source: https://json-schema.org/draft/2020-12
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/json/value.hpp"

namespace pagewright::schema {

struct Violation {
  std::string path;     // JSON Pointer into the value: "/items/2/title"
  std::string message;  // "must be at most 200 characters, is 312"
  bool operator==(const Violation&) const = default;
};

class Schema {
 public:
  // Unknown formats are annotations; unknown or malformed keywords, remote $ref and bad patterns are Diagnostics that
  // name their JSON Pointer.
  [[nodiscard]] static std::expected<Schema, std::vector<Diagnostic>> compile(const json::Value& source);

  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();

  // At most 20 violations.
  [[nodiscard]] std::vector<Violation> validate(const json::Value& value) const;

  // Of a schema of an object: is `name` among its properties? And does `value` fit that property?
  [[nodiscard]] bool has_property(std::string_view name) const;
  [[nodiscard]] std::vector<Violation> validate_property(std::string_view name, const json::Value& value) const;

  // The defaults of an object's properties; properties without one are absent. Lives as long as the schema.
  [[nodiscard]] const json::Object& defaults() const;

  [[nodiscard]] const json::Value& source() const;

 private:
  struct Compiled;
  explicit Schema(std::unique_ptr<const Compiled> compiled);
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace pagewright::schema
