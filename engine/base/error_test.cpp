#include "engine/base/error.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pagewright {
namespace {

constexpr auto last_code = ErrorCode::limit_exceeded;

// BASE-1, BASE-2
TEST(ErrorCode, HasANameOfItsOwnAndTellsConflictsFromFaults) {
  std::set<std::string_view> names;
  std::set<std::string_view> conflicts;
  for (unsigned char code = 0; code <= static_cast<unsigned char>(last_code); ++code) {
    const Error error{static_cast<ErrorCode>(code), "m", "p"};
    const std::string_view name = name_of(error.code);
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << name;
    if (error.is_conflict()) conflicts.insert(name);
  }
  EXPECT_EQ(conflicts, (std::set<std::string_view>{"gone", "cycle", "slot_full", "duplicate_id"}));
}

Result<int> half_of(int number) {
  if (number % 2) return fail(ErrorCode::invalid_request, "odd", "/number");
  return number / 2;
}

Result<void> check_quarter(int number, int& quarter) {
  quarter = TRY(half_of(TRY(half_of(number))));
  return {};
}

// BASE-3
TEST(Try, GivesTheValueOrReturnsTheError) {
  int quarter = 0;
  EXPECT_TRUE(check_quarter(8, quarter));
  EXPECT_EQ(quarter, 2);
  EXPECT_EQ(check_quarter(6, quarter).error(), (Error{ErrorCode::invalid_request, "odd", "/number"}));
  EXPECT_EQ(quarter, 2);
}

}  // namespace
}  // namespace pagewright
