#include "server/retention/policy.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace pagewright::retention {
namespace {

using namespace std::chrono_literals;
using Ids = std::vector<std::string>;

// 2026-03-01 00:00 UTC.
constexpr Milliseconds midnight = 1'772'323'200'000;

Milliseconds at(std::chrono::milliseconds since_midnight) {
  return midnight + since_midnight.count();
}

// Named by when they were saved, the newest first.
std::vector<AutoSave> saves(std::vector<std::pair<std::string, std::chrono::milliseconds>> times,
                            const std::string& branch = "main") {
  std::vector<AutoSave> made;
  for (auto& [id, time] : times) made.push_back({.id = std::move(id), .branch = branch, .created_at = at(time)});
  return made;
}

TEST(RetentionPolicy, KeepsAllOfTheLastDay) {
  const auto day = saves({{"9:20", 9h + 20min}, {"9:10", 9h + 10min}, {"9:00", 9h}});
  EXPECT_EQ(superfluous({}, day, at(9h + 30min)), Ids());
  EXPECT_EQ(superfluous({}, day, at(24h + 9h)), Ids());
}

TEST(RetentionPolicy, KeepsTheLastOfEachHourAfterADay) {
  const auto day =
      saves({{"10:05", 10h + 5min}, {"9:59", 9h + 59min}, {"9:30", 9h + 30min}, {"9:00", 9h}, {"8:59", 8h + 59min}});
  EXPECT_EQ(superfluous({}, day, at(48h)), (Ids{"9:30", "9:00"}));
  // Each in its turn: the one at 9:30 is not a day old yet.
  EXPECT_EQ(superfluous({}, day, at(24h + 9h + 15min)), Ids{"9:00"});
}

TEST(RetentionPolicy, KeepsTheLastOfEachDayAfterAMonth) {
  const auto days =
      saves({{"second day", 24h + 1min}, {"23:59", 23h + 59min}, {"12:00", 12h}, {"0:00", 0h}, {"day before", -1min}});
  EXPECT_EQ(superfluous({}, days, at(29 * 24h)), Ids());
  EXPECT_EQ(superfluous({}, days, at(32 * 24h)), (Ids{"12:00", "0:00"}));
  EXPECT_EQ(superfluous({}, days, at(30 * 24h + 6h)), Ids{"0:00"});
}

TEST(RetentionPolicy, IsSettledAfterOnce) {
  std::vector<AutoSave> all;
  for (int i = 2000; i > 0; --i) all.push_back({.id = std::to_string(i), .branch = "main", .created_at = at(i * 7min)});
  const Milliseconds now = at(2000 * 7min);
  const auto first = superfluous({}, all, now);
  EXPECT_FALSE(first.empty());
  std::erase_if(all, [&](const AutoSave& save) { return std::ranges::find(first, save.id) != first.end(); });
  EXPECT_EQ(superfluous({}, all, now), Ids());
}

TEST(RetentionPolicy, LooksAtEachBranchAlone) {
  auto all = saves({{"main 9:10", 9h + 10min}, {"main 9:00", 9h}});
  const auto others = saves({{"summer 9:20", 9h + 20min}, {"summer 9:05", 9h + 5min}}, "summer");
  all.insert(all.end(), others.begin(), others.end());
  EXPECT_EQ(superfluous({}, all, at(48h)), (Ids{"main 9:00", "summer 9:05"}));
}

TEST(RetentionPolicy, IsTheAdministratorsChoice) {
  const auto day = saves({{"9:20", 9h + 20min}, {"9:10", 9h + 10min}, {"8:00", 8h}});
  EXPECT_EQ(superfluous({.hourly_after = 2h, .daily_after = 10h}, day, at(12h)), Ids{"9:10"});
  EXPECT_EQ(superfluous({.hourly_after = 2h, .daily_after = 10h}, day, at(20h)), (Ids{"9:10", "8:00"}));
  EXPECT_EQ(superfluous({.hourly_after = 24h * 365, .daily_after = 24h * 365}, day, at(240h)), Ids());
}

}  // namespace
}  // namespace pagewright::retention
