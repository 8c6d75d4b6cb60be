// Mutations that keep JSON readable, so that fuzzing gets behind the door of the parser: members are renamed, swapped
// and taken away, values are copied from one place to another or become what nobody expects. See
// https://github.com/google/fuzzing/blob/master/docs/structure-aware-fuzzing.md for the idea.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/json/value.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most_bytes);

namespace pagewright::fuzz {

// A small generator of numbers: the fuzzer's seed decides, so a run can be repeated.
class Chance {
 public:
  explicit Chance(unsigned seed) : state_(seed * 2654435761ULL + 1) {}
  // 0 … below - 1.
  std::size_t number(std::size_t below);

 private:
  std::uint64_t state_;
};

// Changes `value` in one to four places. `donor`: where values may be copied from, beside itself.
void mutate(json::Value& value, const json::Value& donor, Chance& chance);

// Changes one text of JSON: mostly by structure, sometimes by bytes, always where it can't be read. At most
// `most_bytes` long.
[[nodiscard]] std::string mutated(std::string_view text, std::size_t most_bytes, Chance& chance);

}  // namespace pagewright::fuzz
