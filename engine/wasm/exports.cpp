// What the WebAssembly module exports: bytes in, bytes out. See docs/formats/engine-calls.md.
#if defined(__wasm__)

#include <cstdint>
#include <cstdlib>

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

// The answer's length in 4 bytes, then the answer.
__attribute__((export_name("pagewright_call"))) const void* pagewright_call(const char* request, std::uint32_t size) {
  (void)instance().answer({request, size});
  return instance().framed_answer().data();
}

// The same for the markup that the last answer left out.
__attribute__((export_name("pagewright_markup"))) const void* pagewright_markup() {
  return instance().framed_markup().data();
}
}

#endif
