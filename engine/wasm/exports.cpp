// What the WebAssembly module exports: bytes in, bytes out. See docs/formats/engine-calls.md.
#if defined(__wasm__)

#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "engine/wasm/calls.hpp"

namespace {

// A module instance is one engine: the page that it has open lives here.
pagewright::wasm::Calls& instance() {
  static pagewright::wasm::Calls calls;
  return calls;
}

}  // namespace

extern "C" {

__attribute__((export_name("pagewright_allocate"))) void* pagewright_allocate(std::uint32_t size) {
  return std::malloc(size ? size : 1);
}

__attribute__((export_name("pagewright_free"))) void pagewright_free(void* pointer, std::uint32_t) {
  std::free(pointer);
}

// The answer's address, at an offset of 4 bytes after its length.
__attribute__((export_name("pagewright_call"))) const void* pagewright_call(const char* request, std::uint32_t size) {
  static std::string framed;
  const std::string_view answer = instance().answer({request, size});
  const auto length = static_cast<std::uint32_t>(answer.size());
  framed.resize(4 + answer.size());
  std::memcpy(framed.data(), &length, 4);
  std::memcpy(framed.data() + 4, answer.data(), answer.size());
  return framed.data();
}
}

#endif
