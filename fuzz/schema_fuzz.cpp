// A JSON Schema, NUL, a value: compiling refuses or succeeds in each dialect, validating always ends, with at most 20
// violations, and judging agrees with explaining.
#include "engine/schema/schema.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;

// SCHEMA-14, SCHEMA-16
void check(const json::Value& source, const json::Value* value, schema::Schema::Dialect dialect) {
  const auto schema = schema::Schema::compile(source, dialect);
  if (!schema) {
    fuzz::expect(!schema.error().empty(), "a refusal names a fault");
    return;
  }
  if (!value) return;
  const auto violations = schema->validate(*value);
  fuzz::expect(violations.size() <= 20, "at most 20 violations");
  fuzz::expect(violations == schema->validate(*value), "the same input gives the same violations");
  fuzz::expect(schema->fits(*value) == violations.empty(), "what has no violation fits");
  for (const auto& violation : violations) fuzz::expect(!violation.message.empty(), "a violation says what must be");
  if (const json::Object* object = value->if_object())
    for (const auto& member : *object) (void)schema->validate_property(json::view(member.key()), member.value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto [schema_text, value_text] = fuzz::two_texts(fuzz::text_of(bytes, size));
  const auto source = json::parse(schema_text);
  if (!source) return 0;
  const auto value = json::parse(value_text);
  using enum schema::Schema::Dialect;
  for (const auto dialect : {component, standard, standard_with_formats})
    check(*source, value ? &*value : nullptr, dialect);
  return 0;
}
