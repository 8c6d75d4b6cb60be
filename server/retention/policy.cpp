#include "server/retention/policy.hpp"

namespace pagewright::retention {
namespace {

using std::chrono::milliseconds;

constexpr Milliseconds hour = milliseconds(std::chrono::hours(1)).count();
constexpr Milliseconds day = 24 * hour;

}  // namespace

std::vector<std::string> superfluous(const Policy& policy, std::span<const AutoSave> auto_saves, Milliseconds now) {
  std::vector<std::string> given_up;
  const AutoSave* newer = nullptr;
  for (const AutoSave& save : auto_saves) {
    const milliseconds age(now - save.created_at);
    const bool has_newer = newer != nullptr && newer->branch == save.branch;
    const auto newer_is_in_the_same = [&](Milliseconds span) {
      return has_newer && newer->created_at / span == save.created_at / span;
    };
    if ((age > policy.hourly_after && newer_is_in_the_same(hour)) ||
        (age > policy.daily_after && newer_is_in_the_same(day)))
      given_up.push_back(save.id);
    newer = &save;
  }
  return given_up;
}

}  // namespace pagewright::retention
