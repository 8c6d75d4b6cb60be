#include "engine/liquid/calendar.hpp"

#include <array>

namespace pagewright::liquid {
namespace {

constexpr std::int64_t seconds_a_day = 86'400;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

}  // namespace

// Counted in years that begin in March, so that the day which comes and goes is the last one.
std::int64_t days_from_date(std::int64_t year, int month, int day) {
  if (month <= 2) --year;
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_march_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_march_year - 719'468;
}

DateTime date_from_seconds(std::int64_t seconds) {
  const std::int64_t days = floor_divide(seconds, seconds_a_day);
  const std::int64_t rest = seconds - days * seconds_a_day;
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = floor_divide(shifted, 146'097);
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_march_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const auto month_from_march = static_cast<int>((5 * day_of_march_year + 2) / 153);
  DateTime time;
  time.day = static_cast<int>(day_of_march_year) - (153 * month_from_march + 2) / 5 + 1;
  time.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  time.year = year_of_era + era * 400 + (time.month <= 2 ? 1 : 0);
  time.hour = static_cast<int>(rest / 3600);
  time.minute = static_cast<int>(rest / 60 % 60);
  time.second = static_cast<int>(rest % 60);
  return time;
}

std::int64_t seconds_of(const DateTime& time) {
  return days_from_date(time.year, time.month, time.day) * seconds_a_day + time.hour * 3600 + time.minute * 60 +
         time.second - time.offset;
}

int weekday_of(const DateTime& time) {
  const std::int64_t days = days_from_date(time.year, time.month, time.day) + 4;  // 1970-01-01 was a Thursday
  return static_cast<int>(days - floor_divide(days, 7) * 7);
}

int day_of_year(const DateTime& time) {
  return static_cast<int>(days_from_date(time.year, time.month, time.day) - days_from_date(time.year, 1, 1)) + 1;
}

int days_in_month(std::int64_t year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap_year(year) ? 1 : 0);
}

// A week belongs to the year that its Thursday is in.
IsoWeek iso_week_of(const DateTime& time) {
  const int from_monday = (weekday_of(time) + 6) % 7;
  const DateTime thursday =
      date_from_seconds((days_from_date(time.year, time.month, time.day) - from_monday + 3) * seconds_a_day);
  return {thursday.year, (day_of_year(thursday) - 1) / 7 + 1};
}

}  // namespace pagewright::liquid
