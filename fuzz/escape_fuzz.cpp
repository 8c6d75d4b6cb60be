// Decisions for a random template and hostile props: if the template compiles, the page has the shape that harmless
// props give it, no script, no handler and no URL of a scheme that runs code.
#include <cstdio>

#include "engine/liquid/checking/check_escaping.hpp"
#include "fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pagewright;
  liquid::checking::Choices choices({bytes, size});
  const auto check = liquid::checking::check_escaping(choices);
  if (!check.broken.empty()) std::fprintf(stderr, "%s\n", check.broken.c_str());
  fuzz::expect(check.broken.empty(), "props change neither a page's shape nor what it does");
  return 0;
}
