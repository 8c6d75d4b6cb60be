#include "server/base/uuid.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace pagewright {
namespace {

TEST(Uuid, HasTheFormOfVersion7) {
  const std::string id = new_uuid();
  EXPECT_TRUE(is_uuid(id)) << id;
  EXPECT_EQ(id[14], '7');
  EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
}

// Events and their audit rows are read in the order of their ids.
TEST(Uuid, SortsInTheOrderOfMaking) {
  std::vector<std::string> ids(20'000);
  std::ranges::generate(ids, new_uuid);
  EXPECT_TRUE(std::ranges::is_sorted(ids));
}

TEST(Uuid, IsMadeOnceOnAnyThread) {
  std::vector<std::string> ids(8000);
  {
    std::vector<std::jthread> threads;
    for (std::size_t part = 0; part < 4; ++part)
      threads.emplace_back([&ids, part] {
        for (std::size_t i = 0; i < 2000; ++i) ids[part * 2000 + i] = new_uuid();
      });
  }
  std::ranges::sort(ids);
  EXPECT_EQ(
      std::ranges::adjacent_find(ids, [](const auto& a, const auto& b) { return a.substr(0, 18) == b.substr(0, 18); }),
      ids.end());
}

}  // namespace
}  // namespace pagewright
