// Counts what the program asks of the heap. Linking this replaces operator new and delete of the whole program: for
// tests and benchmarks only. Also under the sanitizers, whose own replacement gives way and still watches the malloc
// below.
#pragma once

#include <cstdint>

namespace pagewright {

// Counts from its construction on. One at a time.
class AllocationCount {
 public:
  AllocationCount();
  ~AllocationCount();
  AllocationCount(const AllocationCount&) = delete;
  AllocationCount& operator=(const AllocationCount&) = delete;

  [[nodiscard]] std::uint64_t allocations() const;  // calls of operator new
  // Bytes that the allocator set aside for them.
  [[nodiscard]] std::uint64_t bytes() const;
  // The same, less those that were given back; negative where older ones were.
  [[nodiscard]] std::int64_t live_bytes() const;
};

}  // namespace pagewright
