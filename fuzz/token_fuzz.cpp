// A design token document: refused with faults, or its custom properties can't leave the style element they are written
// into.
#include "engine/token/token_set.hpp"
#include "fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pagewright;
  const auto source = json::parse(fuzz::text_of(bytes, size));
  if (!source) return 0;
  const auto tokens = token::TokenSet::parse(*source);
  if (!tokens) {
    fuzz::expect(!tokens.error().empty(), "a refusal names a fault");
    return 0;
  }
  for (const std::string_view scheme : {"auto", "light", "dark"}) {
    fuzz::expect(tokens->css(scheme).find('<') == std::string::npos, "no markup in a style sheet");
  }
  return 0;
}
