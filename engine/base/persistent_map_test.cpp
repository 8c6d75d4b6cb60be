#include "engine/base/persistent_map.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "engine/base/hash.hpp"

namespace pagewright {
namespace {

struct TextHash {
  std::size_t operator()(const std::string& text) const { return hash_of(text); }
};
struct FewHashes {
  std::size_t operator()(const std::string& text) const { return text.size() % 3; }
};

struct Numbered {
  std::string name;
  int number;
  bool operator==(const Numbered&) const = default;
};
struct NameOf {
  const std::string& operator()(const Numbered& value) const { return value.name; }
};

template <typename Hash>
class PersistentMapTest : public testing::Test {};
using Hashes = testing::Types<TextHash, FewHashes>;
TYPED_TEST_SUITE(PersistentMapTest, Hashes);

// BASE-11
TYPED_TEST(PersistentMapTest, AgreesWithAnOrdinaryMapThroughRandomChanges) {
  std::mt19937 random(7);
  PersistentMap<Numbered, NameOf, TypeParam> map;
  std::map<std::string, int> model;
  for (int step = 0; step < 4000; ++step) {
    const std::string key(1 + random() % 3, static_cast<char>('a' + random() % 20));
    if (random() % 3) {
      map.set({key, step});
      model[key] = step;
    } else {
      map.erase(key);
      model.erase(key);
    }
    ASSERT_EQ(map.size(), model.size());
  }
  std::map<std::string, int> seen;
  map.for_each([&](const Numbered& value) { seen[value.name] = value.number; });
  EXPECT_EQ(seen, model);
}

// BASE-11
TYPED_TEST(PersistentMapTest, MadeAtOnceItIsTheSameAsOneByOne) {
  for (const int size : {0, 1, 2, 31, 33, 1000}) {
    PersistentMap<Numbered, NameOf, TypeParam> one_by_one;
    std::vector<Numbered> values;
    for (int i = 0; i < size; ++i) {
      values.push_back({std::to_string(i), i});
      one_by_one.set(values.back());
    }
    PersistentMap<Numbered, NameOf, TypeParam> at_once(values);
    EXPECT_EQ(at_once.size(), one_by_one.size());
    std::vector<int> order;
    std::vector<int> expected;
    at_once.for_each([&](const Numbered& value) { order.push_back(value.number); });
    one_by_one.for_each([&](const Numbered& value) { expected.push_back(value.number); });
    EXPECT_EQ(order, expected);
    for (const Numbered& value : values) EXPECT_EQ(at_once.find(value.name)->number, value.number);
    // Equal shapes: it goes on as the other does.
    for (int i = 0; i < size; i += 2) at_once.erase(std::to_string(i));
    EXPECT_EQ(at_once.size(), static_cast<std::size_t>(size) / 2);
  }
}

// BASE-12
TYPED_TEST(PersistentMapTest, ACopyIsUnaffectedByLaterChanges) {
  PersistentMap<Numbered, NameOf, TypeParam> map;
  for (int i = 0; i < 500; ++i) map.set({std::to_string(i), i});
  const auto copy = map;
  for (int i = 0; i < 500; i += 2) map.erase(std::to_string(i));
  map.find_to_change("1")->number = -1;
  EXPECT_EQ(copy.size(), 500u);
  for (int i = 0; i < 500; ++i) ASSERT_EQ(copy.find(std::to_string(i))->number, i);
  EXPECT_EQ(map.find("1")->number, -1);
  EXPECT_EQ(map.find("2"), nullptr);
}

// BASE-13
TYPED_TEST(PersistentMapTest, DifferenceNamesExactlyWhatDiffers) {
  PersistentMap<Numbered, NameOf, TypeParam> before;
  for (int i = 0; i < 300; ++i) before.set({std::to_string(i), i});
  auto after = before;
  after.set({"7", 70});
  after.erase("8");
  after.set({"new", 1});
  after.set({"9", 9});
  std::map<std::string, std::pair<int, int>> seen;
  PersistentMap<Numbered, NameOf, TypeParam>::for_each_difference(
      before, after, [&](const Numbered* old_value, const Numbered* new_value) {
        seen[(old_value ? old_value : new_value)->name] = {old_value ? old_value->number : -1,
                                                           new_value ? new_value->number : -1};
      });
  const std::map<std::string, std::pair<int, int>> expected = {{"7", {7, 70}}, {"8", {8, -1}}, {"new", {-1, 1}}};
  EXPECT_EQ(seen, expected);
}

}  // namespace
}  // namespace pagewright
