#include "engine/base/hash.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pagewright {
namespace {

// BASE-8: these very numbers, on every target and in every version: names of style classes are made of them.
TEST(Hash, IsTheSameEverywhere) {
  EXPECT_EQ(hash_of(""), 0x9ca066f1a4ab2eeaULL);
  EXPECT_EQ(hash_of("padding-top"), 0xa3a07951899c50e5ULL);
  EXPECT_EQ(hash_of("é", 7), 0xbd43f271ae4b97dfULL);
}

// BASE-9
TEST(Hash, DependsOnEveryByteAndTheLength) {
  std::set<std::uint64_t> hashes;
  std::size_t count = 0;
  for (std::size_t size = 0; size < 40; ++size) {
    std::string text(size, '\0');
    hashes.insert(hash_of(text));
    ++count;
    for (std::size_t at = 0; at < size; ++at) {
      text[at] = '\x01';
      hashes.insert(hash_of(text));
      text[at] = '\0';
      ++count;
    }
  }
  EXPECT_EQ(hashes.size(), count);
}

// BASE-10
TEST(Hash, AsANameHasEightCharacters) {
  for (const std::uint64_t hash : {0ULL, 1ULL, 35ULL, 36ULL, ~0ULL}) {
    std::string name;
    append_hash_name(name, hash);
    EXPECT_EQ(name.size(), 8u);
    EXPECT_EQ(name.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz"), std::string::npos) << name;
  }
  std::string name = "s-";
  append_hash_name(name, 36);
  EXPECT_EQ(name, "s-01000000");
}

}  // namespace
}  // namespace pagewright
