#include "engine/document/rank.hpp"

#include <algorithm>
#include <array>

namespace pagewright::document::rank {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int base = 62;
constexpr std::size_t counted = 4;  // digits of a block: siblings are counted up or down in one

constexpr int value_of(char digit) {
  if (digit <= '9') return digit - '0';
  if (digit <= 'Z') return digit - 'A' + 10;
  return digit - 'a' + 36;
}

std::string without_trailing_zeros(std::string text) {
  while (!text.empty() && text.back() == '0') text.pop_back();
  return text;
}

// Four digits from `start` on as a number; what is missing counts as 0.
int block_of(std::string_view rank, std::size_t start) {
  int number = 0;
  for (std::size_t i = start; i < start + counted; ++i)
    number = number * base + (i < rank.size() ? value_of(rank[i]) : 0);
  return number;
}

std::string digits_of(int number) {
  std::string text(counted, '0');
  for (std::size_t i = counted; i-- > 0; number /= base) text[i] = digits[static_cast<std::size_t>(number % base)];
  return text;
}

constexpr int block_end = base * base * base * base;

// The distance to the neighbour that was put there last: small, so that whoever always inserts at one place finds room
// for thousands of siblings before ranks grow by a block; not 1, so that there is room between them as well.
constexpr int step = 1000;

// A text above `low` and below `high` (empty: no bound), given low < high, without salt: whole blocks, of which the
// last lies strictly between those of the bounds.
std::string block_between(std::string_view low, std::string_view high) {
  std::string made;
  bool bounded = !high.empty();
  for (std::size_t start = 0;; start += counted) {
    const int below = block_of(low, start);
    const int above = bounded ? block_of(high, start) : block_end;
    const int room = above - below;
    if (room > 1) {
      const int near = low.empty() || high.empty() ? 1 : std::min(step, room / 2);
      if (low.size() > high.size()) return made + digits_of(below + near);
      if (low.size() < high.size()) return made + digits_of(above - near);
      return made + digits_of(below + room / 2);
    }
    if (room == 1) bounded = false;
    made += digits_of(below);
  }
}

std::string salted(std::string rank, std::uint64_t salt) {
  rank += digits[salt % base];
  rank += digits[1 + salt / base % (base - 1)];
  return rank;
}

}  // namespace

bool is_valid(std::string_view rank) {
  return !rank.empty() && rank.size() <= longest && rank.back() != '0' &&
         std::ranges::all_of(rank, [](char c) { return digits.find(c) != std::string_view::npos; });
}

std::string after(std::string_view previous) {
  if (previous.empty()) return "V";
  const int counter = block_of(previous, 0);
  if (counter + 1 >= block_end) return block_between(previous, {});
  return without_trailing_zeros(digits_of(counter + 1));
}

std::string between(std::string_view low, std::string_view high, std::uint64_t salt) {
  if (low.empty() && high.empty()) return salted("V000", salt);
  if (!high.empty() && low >= high) return std::string(low);
  std::string made = salted(block_between(low, high), salt);
  if (made.size() > longest) return std::string(low.empty() ? high : low);
  return made;
}

}  // namespace pagewright::document::rank
