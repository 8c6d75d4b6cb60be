// operator new of the WebAssembly module. The C library's malloc took a third of the time in which a large page opens:
// documents are made of hundreds of thousands of small pieces. Those have lists of their own here, by size, which is a
// few instructions each way; large ones are malloc's. A module instance has one thread.
#if defined(__wasm__)

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t granule = 16;          // pieces are aligned to it, and sizes rounded up to it
constexpr std::size_t largest_piece = 512;   // bytes
constexpr std::size_t page_size = 1U << 16;  // holds pieces of one size
constexpr std::size_t pages_at_once = 16;
constexpr std::size_t page_count = (std::uint64_t{1} << 32U) / page_size;  // of all that 32 bits can address

struct Piece {
  Piece* next;
};

// The pieces of one size: those given back, and the rest of the last page.
struct Size {
  Piece* free = nullptr;
  std::byte* next = nullptr;
  std::byte* end = nullptr;
};

std::array<Size, largest_piece / granule + 1> sizes;  // by size in granules
std::array<std::uint8_t, page_count> granules_on;     // a page's pieces; 0: it is malloc's
std::byte* next_page = nullptr;
std::byte* last_page = nullptr;

void* from_malloc(std::size_t size) {
  void* memory = std::malloc(size);
  // Without exceptions there is no way to say it: the module traps, and the caller throws the instance away.
  if (memory == nullptr) std::abort();
  return memory;
}

void add_page(Size& size, std::size_t granules) {
  if (next_page == last_page) {
    next_page = static_cast<std::byte*>(std::aligned_alloc(page_size, pages_at_once * page_size));
    if (next_page == nullptr) std::abort();
    last_page = next_page + pages_at_once * page_size;
  }
  granules_on[reinterpret_cast<std::uintptr_t>(next_page) / page_size] = static_cast<std::uint8_t>(granules);
  size.next = next_page;
  size.end = next_page + page_size / (granules * granule) * (granules * granule);
  next_page += page_size;
}

}  // namespace

void* operator new(std::size_t bytes) {
  if (bytes > largest_piece) return from_malloc(bytes);
  const std::size_t granules = bytes == 0 ? 1 : (bytes + granule - 1) / granule;
  Size& size = sizes[granules];
  if (Piece* piece = size.free) {
    size.free = piece->next;
    return piece;
  }
  if (size.next == size.end) add_page(size, granules);
  void* piece = size.next;
  size.next += granules * granule;
  return piece;
}

void operator delete(void* memory) noexcept {
  if (memory == nullptr) return;
  const std::size_t granules = granules_on[reinterpret_cast<std::uintptr_t>(memory) / page_size];
  if (granules == 0) return std::free(memory);
  Size& size = sizes[granules];
  size.free = new (memory) Piece{size.free};
}

void operator delete(void* memory, std::size_t /*size*/) noexcept {
  ::operator delete(memory);
}

void* operator new[](std::size_t bytes) {
  return ::operator new(bytes);
}

void operator delete[](void* memory) noexcept {
  ::operator delete(memory);
}

void operator delete[](void* memory, std::size_t /*size*/) noexcept {
  ::operator delete(memory);
}

#endif
