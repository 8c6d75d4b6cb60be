// Where generated templates take their decisions from: a fuzzer's bytes, or those of a seed.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pagewright::checking {

class Choices {
 public:
  explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes.begin(), bytes.end()) {}

  // `count` bytes that follow from the seed.
  [[nodiscard]] static Choices of_seed(std::uint64_t seed, std::size_t count) {
    std::vector<std::uint8_t> bytes(count);
    for (std::uint8_t& byte : bytes) {
      seed += 0x9E3779B97F4A7C15u;
      std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9u;
      mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
      byte = static_cast<std::uint8_t>(mixed >> 40);
    }
    return Choices(bytes);
  }

  // 0 once the bytes are used up: what is chosen by 0 must come to an end.
  unsigned below(unsigned count) {
    if (at_ >= bytes_.size()) return 0;
    unsigned chosen = bytes_[at_++];
    if (count > 256 && at_ < bytes_.size()) chosen = chosen * 256 + bytes_[at_++];
    return chosen % count;
  }
  bool one_in(unsigned count) { return below(count) == count - 1; }
  [[nodiscard]] bool is_used_up() const { return at_ >= bytes_.size(); }

  template <std::size_t Count>
  std::string_view one_of(const std::array<std::string_view, Count>& all) {
    return all[below(Count)];
  }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

}  // namespace pagewright::checking
