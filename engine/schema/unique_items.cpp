#include "engine/schema/unique_items.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/base/hash.hpp"

namespace pagewright::schema {
namespace {

constexpr std::size_t few = 32;  // up to here every pair is compared

bool spend(std::size_t& steps) {
  if (steps > 0) --steps;
  return steps > 0;
}

std::uint64_t hash_of(const json::Value& value);

std::uint64_t hash_of_number(const json::Value& value) {
  // 1 equals 1.0: what doubles can tell apart suffices, the rest is compared.
  return std::hash<double>{}(value.to_number<double>() + 0.0);
}

std::uint64_t hash_of_object(const json::Object& object) {
  std::uint64_t sum = object.size();
  for (const auto& member : object)
    sum += mix(pagewright::hash_of(json::view(member.key())) ^ (hash_of(member.value()) * 3));
  return sum;
}

// Equal values have equal hashes.
std::uint64_t hash_of(const json::Value& value) {
  if (value.is_number()) return hash_of_number(value);
  if (value.is_string()) return pagewright::hash_of(json::view(value.get_string()));
  if (const json::Object* object = value.if_object()) return hash_of_object(*object);
  std::uint64_t hash = static_cast<std::uint64_t>(value.kind()) * 2 + (value.is_bool() && value.get_bool() ? 1 : 0);
  if (const json::Array* array = value.if_array())
    for (const json::Value& item : *array) hash = mix(hash ^ hash_of(item)) + 1;
  return hash;
}

using Pair = std::optional<std::pair<std::size_t, std::size_t>>;

Pair equal_among_few(const json::Array& array, std::size_t& steps) {
  for (std::size_t i = 1; i < array.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      if (!spend(steps)) return std::nullopt;
      if (json::equal(array[i], array[k])) return std::pair{k, i};
    }
  return std::nullopt;
}

}  // namespace

Pair equal_items(const json::Array& array, std::size_t& steps) {
  if (array.size() <= few) return equal_among_few(array, steps);
  std::vector<std::pair<std::uint64_t, std::size_t>> hashes;
  hashes.reserve(array.size());
  for (std::size_t i = 0; i < array.size(); ++i) hashes.emplace_back(hash_of(array[i]), i);
  std::ranges::sort(hashes);
  Pair first;
  for (std::size_t i = 1; i < hashes.size(); ++i)
    for (std::size_t k = i; k > 0 && hashes[k - 1].first == hashes[i].first; --k) {
      if (!spend(steps)) return std::nullopt;
      const std::pair found{hashes[k - 1].second, hashes[i].second};
      if (first && first->second <= found.second) continue;
      if (json::equal(array[found.first], array[found.second])) first = found;
    }
  return first;
}

}  // namespace pagewright::schema
