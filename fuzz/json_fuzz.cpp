// Any bytes: parsing refuses them or gives a value whose canonical text reads back as an equal value and writes the
// same text. JSON-10
#include "engine/json/value.hpp"
#include "fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pagewright;
  const auto value = json::parse(fuzz::text_of(bytes, size));
  if (!value) return 0;
  const auto text = json::serialize(*value);
  const auto again = json::parse(text);
  fuzz::expect(again.has_value(), "what was serialized can be parsed");
  fuzz::expect(json::equal(*value, *again), "a value survives its text");
  fuzz::expect(json::serialize(*again) == text, "equal values give equal bytes");
  return 0;
}
