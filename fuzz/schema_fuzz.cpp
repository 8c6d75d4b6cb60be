// A JSON Schema, NUL, a value: compiling refuses or succeeds, validating always ends, with at most 20 violations.
#include "engine/schema/schema.hpp"
#include "fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pagewright;
  const auto [schema_text, value_text] = fuzz::two_texts(fuzz::text_of(bytes, size));
  const auto source = json::parse(schema_text);
  if (!source) return 0;
  const auto schema = schema::Schema::compile(*source);
  if (!schema) {
    fuzz::expect(!schema.error().empty(), "a refusal names a fault");
    return 0;
  }
  const auto value = json::parse(value_text);
  if (!value) return 0;
  const auto violations = schema->validate(*value);
  fuzz::expect(violations.size() <= 20, "at most 20 violations");
  fuzz::expect(violations == schema->validate(*value), "the same input gives the same violations");
  return 0;
}
