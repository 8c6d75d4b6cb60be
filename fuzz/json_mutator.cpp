#include "fuzz/json_mutator.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/hash.hpp"

namespace pagewright::fuzz {
namespace {

using json::Array;
using json::Object;
using json::Value;

void collect(Value& value, std::vector<Value*>& places) {
  places.push_back(&value);
  if (Object* object = value.if_object())
    for (auto& member : *object) collect(member.value(), places);
  if (Array* array = value.if_array())
    for (Value& item : *array) collect(item, places);
}

void collect(const Value& value, std::vector<const Value*>& places) {
  places.push_back(&value);
  if (const Object* object = value.if_object())
    for (const auto& member : *object) collect(member.value(), places);
  if (const Array* array = value.if_array())
    for (const Value& item : *array) collect(item, places);
}

// What programs are not written for.
Value unexpected(Chance& chance) {
  static const std::string long_text(70'000, 'x');
  switch (chance.number(20)) {
    case 0:
      return nullptr;
    case 1:
      return true;
    case 2:
      return 0;
    case 3:
      return -1;
    case 4:
      return std::int64_t{1} << chance.number(63);
    case 5:
      return ~std::uint64_t{0};
    case 6:
      return 1e308;
    case 7:
      return -0.0;
    case 8:
      return 1.5e-320;
    case 9:
      return "";
    case 10:
      return Value(json::String("a\0b", 3));
    case 11:
      return "<script>alert(1)</script>";
    case 12:
      return "javascript:alert(1)";
    case 13:
      return "\xF0\x9F\x98\x80\xEF\xBF\xBF\xE2\x80\xA8";
    case 14:
      return chance.number(8) == 0 ? Value(long_text) : Value("\"';}</style>");
    case 15:
      return Array{};
    case 16:
      return Object{};
    case 17:
      return "{color.primary}";
    case 18: {
      Value nested = Object{};
      for (std::size_t depth = chance.number(100); depth > 0; --depth)
        nested = depth % 2 ? Value(Array{std::move(nested)}) : Value(Object{{"content", std::move(nested)}});
      return nested;
    }
    default:
      return "2026-02-30";
  }
}

void mutate_text(json::String& text, Chance& chance) {
  std::string bytes(json::view(text));
  const std::size_t size = bytes.size();
  bytes.resize(size + 1 + chance.number(16));
  bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), size, bytes.size()));
  text.assign(bytes.data(), bytes.size());
}

void mutate_object(Object& object, const Value& donor, const std::string& spare_key, Chance& chance) {
  if (object.empty()) {
    object[spare_key] = donor;
    return;
  }
  auto* member = object.begin() + chance.number(object.size());
  const std::string key(json::view(member->key()));
  switch (chance.number(4)) {
    case 0:
      object.erase(key);
      break;
    case 1: {
      Value copy = member->value();
      object[spare_key] = std::move(copy);
      break;
    }
    case 2: {
      Value kept = std::move(member->value());
      object.erase(key);
      object[spare_key] = std::move(kept);
      break;
    }
    default:
      object[spare_key] = donor;
  }
}

void mutate_array(Array& array, const Value& donor, Chance& chance) {
  if (array.empty()) {
    array.push_back(donor);
    return;
  }
  const std::size_t at = chance.number(array.size());
  switch (chance.number(4)) {
    case 0:
      array.erase(array.begin() + at);
      break;
    case 1: {
      Value copy = array[at];
      array.insert(array.begin() + chance.number(array.size() + 1), std::move(copy));
      break;
    }
    case 2:
      std::swap(array[at], array[chance.number(array.size())]);
      break;
    default:
      array.insert(array.begin() + at, donor);
  }
}

std::string any_key(const std::vector<const Value*>& places, Chance& chance) {
  std::vector<std::string_view> keys;
  for (const Value* place : places)
    if (const Object* object = place->if_object())
      for (const auto& member : *object) keys.push_back(json::view(member.key()));
  return keys.empty() ? "key" : std::string(keys[chance.number(keys.size())]);
}

void mutate_once(Value& value, const Value& donor, Chance& chance) {
  std::vector<Value*> places;
  collect(value, places);
  std::vector<const Value*> sources;
  collect(donor, sources);
  Value& place = *places[chance.number(places.size())];
  const Value source = *sources[chance.number(sources.size())];
  if (chance.number(3) == 0) {
    place = chance.number(2) ? source : unexpected(chance);
  } else if (place.is_string()) {
    mutate_text(place.get_string(), chance);
  } else if (place.is_object()) {
    mutate_object(place.get_object(), source, any_key(sources, chance), chance);
  } else if (place.is_array()) {
    mutate_array(place.get_array(), source, chance);
  } else {
    place = chance.number(4) == 0 ? source : unexpected(chance);
  }
}

}  // namespace

std::size_t Chance::number(std::size_t below) {
  state_ += 0x9e3779b97f4a7c15ULL;
  return static_cast<std::size_t>(mix(state_) % below);
}

void mutate(Value& value, const Value& donor, Chance& chance) {
  for (std::size_t count = 1 + chance.number(4); count > 0; --count) mutate_once(value, donor, chance);
}

std::string mutated(std::string_view text, std::size_t most_bytes, Chance& chance) {
  if (chance.number(5) != 0) {
    if (auto value = json::parse(text)) {
      const Value donor = *value;
      mutate(*value, donor, chance);
      // What a mutation made of a text may be no UTF-8; then it is left for the parser to refuse.
      std::string changed = json::serialize(*value);
      if (changed.size() <= most_bytes) return changed;
    }
  }
  std::string bytes(text.substr(0, most_bytes));
  const std::size_t size = bytes.size();
  bytes.resize(std::min(most_bytes, size + 64));
  bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), size, bytes.size()));
  return bytes;
}

}  // namespace pagewright::fuzz
