// Dates of the Gregorian calendar, without a clock and without time zones but offsets from UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pagewright::liquid {

// A moment as people write it.
struct DateTime {
  std::int64_t year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int nanosecond = 0;
  int offset = 0;  // of the local time from UTC, in seconds
  std::string zone = "UTC";
};

// Days since 1970-01-01.
[[nodiscard]] std::int64_t days_from_date(std::int64_t year, int month, int day);
[[nodiscard]] DateTime date_from_seconds(std::int64_t seconds);
[[nodiscard]] std::int64_t seconds_of(const DateTime& time);
[[nodiscard]] int weekday_of(const DateTime& time);   // 0: Sunday
[[nodiscard]] int day_of_year(const DateTime& time);  // from 1
[[nodiscard]] int days_in_month(std::int64_t year, int month);

// The week of ISO 8601 and the year that it belongs to.
struct IsoWeek {
  std::int64_t year;
  int week;
};
[[nodiscard]] IsoWeek iso_week_of(const DateTime& time);

// Reads dates as people and machines write them: "2016-03-14T10:20:30+01:00", "March 14, 2016", "14 Mar 2016 10:20 pm".
// Nothing for what has no year, as only a clock could add it.
[[nodiscard]] std::optional<DateTime> parse_date(std::string_view text);

// https://docs.ruby-lang.org/en/3.3/strftime_formatting_rdoc.html
// Stops where `out` has grown beyond `most` bytes.
void append_formatted(std::string& out, const DateTime& time, std::string_view format, std::size_t most);

}  // namespace pagewright::liquid
