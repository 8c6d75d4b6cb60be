#include "engine/base/checking/allocation_count.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<bool> is_counting = false;
std::atomic<std::uint64_t> allocations_made = 0;
std::atomic<std::uint64_t> bytes_made = 0;
std::atomic<std::int64_t> bytes_returned = 0;

void* counted(void* memory) {
  if (!memory) std::abort();  // as everywhere in Pagewright: out of memory ends the program
  if (is_counting.load(std::memory_order_relaxed)) {
    allocations_made.fetch_add(1, std::memory_order_relaxed);
    bytes_made.fetch_add(malloc_usable_size(memory), std::memory_order_relaxed);
  }
  return memory;
}

void give_back(void* memory) {
  if (memory && is_counting.load(std::memory_order_relaxed))
    bytes_returned.fetch_add(static_cast<std::int64_t>(malloc_usable_size(memory)), std::memory_order_relaxed);
  std::free(memory);
}

void* allocate(std::size_t size) {
  return counted(std::malloc(size ? size : 1));
}

void* allocate(std::size_t size, std::align_val_t alignment) {
  const auto bytes = static_cast<std::size_t>(alignment);
  return counted(std::aligned_alloc(bytes, (size + bytes - 1) / bytes * bytes));
}

}  // namespace

// All of them, because one that is left out would reach another allocator's.
void* operator new(std::size_t size) {
  return allocate(size);
}
void* operator new[](std::size_t size) {
  return allocate(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate(size, alignment);
}
void operator delete(void* memory) noexcept {
  give_back(memory);
}
void operator delete[](void* memory) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  give_back(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  give_back(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  give_back(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
  give_back(memory);
}

namespace pagewright {

AllocationCount::AllocationCount() {
  allocations_made = 0;
  bytes_made = 0;
  bytes_returned = 0;
  is_counting = true;
}

AllocationCount::~AllocationCount() {
  is_counting = false;
}

std::uint64_t AllocationCount::allocations() const {
  return allocations_made;
}

std::uint64_t AllocationCount::bytes() const {
  return bytes_made;
}

std::int64_t AllocationCount::live_bytes() const {
  return static_cast<std::int64_t>(bytes_made) - bytes_returned;
}

}  // namespace pagewright
