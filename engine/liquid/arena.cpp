#include "engine/liquid/arena.hpp"

#include <algorithm>
#include <cstring>

namespace pagewright::liquid {

std::string_view Arena::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* place = static_cast<char*>(allocate(text.size()));
  if (!place) return {};
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

Value Arena::keep(std::span<const Value> items) {
  if (items.empty()) return Value::of(std::span<const Value>());
  auto* place = static_cast<Value*>(allocate(items.size_bytes()));
  if (!place) return Value::of(std::span<const Value>());
  std::uninitialized_copy(items.begin(), items.end(), place);
  return Value::of(std::span<const Value>(place, items.size()));
}

void Arena::raise(std::string_view message, std::string_view subject, std::string_view rest) {
  if (!notes_errors_ || has_error()) return;
  trouble_ |= error;
  error_.assign(message).append(subject).append(rest);
}

std::string Arena::take_error() {
  trouble_ &= static_cast<std::uint8_t>(~error);
  return std::exchange(error_, std::string());
}

void* Arena::allocate(std::size_t bytes) {
  if (bytes > remaining_) {
    exhaust();
    return nullptr;
  }
  remaining_ -= bytes;
  const std::size_t rounded = (bytes + alignof(Value) - 1) / alignof(Value) * alignof(Value);
  if (rounded > free_size_) {
    constexpr std::size_t chunk_size = 4096;
    free_size_ = std::max(rounded, chunk_size);
    free_ = chunks_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(free_size_)).get();
  }
  void* place = free_;
  free_ += rounded;
  free_size_ -= rounded;
  return place;
}

}  // namespace pagewright::liquid
