#include "engine/document/rank.hpp"

#include <algorithm>
#include <array>

namespace pagewright::document::rank {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int base = 62;
constexpr std::size_t counted = 4;  // siblings appended or prepended count up or down in the first four digits

constexpr int value_of(char digit) {
  if (digit <= '9') return digit - '0';
  if (digit <= 'Z') return digit - 'A' + 10;
  return digit - 'a' + 36;
}

std::string without_trailing_zeros(std::string text) {
  while (!text.empty() && text.back() == '0') text.pop_back();
  return text;
}

// The first four digits as a number.
int counter_of(std::string_view rank) {
  int counter = 0;
  for (std::size_t i = 0; i < counted; ++i) counter = counter * base + (i < rank.size() ? value_of(rank[i]) : 0);
  return counter;
}

std::string from_counter(int counter) {
  std::string text(counted, '0');
  for (std::size_t i = counted; i-- > 0; counter /= base) text[i] = digits[static_cast<std::size_t>(counter % base)];
  return text;
}

constexpr int counter_end = base * base * base * base;

// The shortest text above `low` and below `high` (empty: no bound), given low < high.
std::string midpoint(std::string_view low, std::string_view high) {
  std::string middle;
  bool bounded = !high.empty();
  for (std::size_t i = 0;; ++i) {
    const int below = i < low.size() ? value_of(low[i]) : 0;
    const int above = bounded ? (i < high.size() ? value_of(high[i]) : 0) : base;
    if (above - below > 1) return middle + digits[static_cast<std::size_t>((below + above) / 2)];
    if (above > below) bounded = false;
    middle += digits[static_cast<std::size_t>(below)];
  }
}

std::string salted(std::string rank, std::uint64_t salt) {
  rank += digits[salt % base];
  rank += digits[1 + salt / base % (base - 1)];
  return rank;
}

}  // namespace

bool is_valid(std::string_view rank) {
  return !rank.empty() && rank.size() <= 200 && rank.back() != '0' &&
         std::ranges::all_of(rank, [](char c) { return digits.find(c) != std::string_view::npos; });
}

std::string after(std::string_view previous) {
  if (previous.empty()) return "V";
  const int counter = counter_of(previous);
  if (counter + 1 >= counter_end) return midpoint(previous, {});
  return without_trailing_zeros(from_counter(counter + 1));
}

std::string between(std::string_view low, std::string_view high, std::uint64_t salt) {
  if (low.empty() && high.empty()) return salted("V000", salt);
  if (!high.empty() && low >= high) return std::string(low);
  if (high.empty() && counter_of(low) + 1 < counter_end) return salted(from_counter(counter_of(low) + 1), salt);
  if (low.empty() && counter_of(high) > 1) return salted(from_counter(counter_of(high) - 1), salt);
  return salted(midpoint(low, high), salt);
}

}  // namespace pagewright::document::rank
