// For targets whose whole input is one JSON text: how the fuzzer changes it, and how it crosses two.
#include <cstring>

#include "fuzz/input.hpp"
#include "fuzz/json_mutator.hpp"

using namespace pagewright;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most_bytes,
                                               unsigned seed) {
  fuzz::Chance chance(seed);
  const std::string changed = fuzz::mutated(fuzz::text_of(bytes, size), most_bytes, chance);
  std::memcpy(bytes, changed.data(), changed.size());
  return changed.size();
}

// Parts of the second text take places in the first.
extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* first, std::size_t first_size,
                                                 const std::uint8_t* second, std::size_t second_size, std::uint8_t* out,
                                                 std::size_t most_bytes, unsigned seed) {
  auto value = json::parse(fuzz::text_of(first, first_size));
  const auto donor = json::parse(fuzz::text_of(second, second_size));
  if (!value || !donor) return 0;
  fuzz::Chance chance(seed);
  fuzz::mutate(*value, *donor, chance);
  const std::string changed = json::serialize(*value);
  if (changed.size() > most_bytes) return 0;
  std::memcpy(out, changed.data(), changed.size());
  return changed.size();
}
