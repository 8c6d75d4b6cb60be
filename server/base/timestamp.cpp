#include "server/base/timestamp.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace pagewright {
namespace {

constexpr Milliseconds minute = 60'000;

// Takes `count` digits off `text`; nothing where it begins with something else.
std::optional<int> take_number(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int number = 0;
  for (const char digit : text.substr(0, count)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  text.remove_prefix(count);
  return number;
}

// As take_number, of at most `most`, after the character `before`.
std::optional<int> take_part(std::string_view& text, char before, int most) {
  if (!text.starts_with(before)) return std::nullopt;
  text.remove_prefix(1);
  const auto number = take_number(text, 2);
  return number && *number <= most ? number : std::nullopt;
}

std::optional<Milliseconds> take_day(std::string_view& text) {
  const auto year = take_number(text, 4);
  const auto month = year ? take_part(text, '-', 12) : std::nullopt;
  const auto day = month ? take_part(text, '-', 31) : std::nullopt;
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count() * 24LL * 60 * minute;
}

// ".123…": what is finer than a millisecond is left out.
std::optional<Milliseconds> take_fraction(std::string_view& text) {
  if (!text.starts_with('.')) return 0;
  text.remove_prefix(1);
  Milliseconds fraction = 0;
  std::size_t digits = 0;
  for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++digits, text.remove_prefix(1))
    if (digits < 3) fraction = fraction * 10 + (text.front() - '0');
  if (digits == 0) return std::nullopt;
  for (; digits < 3; ++digits) fraction *= 10;
  return fraction;
}

// All that is left: "Z", "+01:00".
std::optional<Milliseconds> offset_of(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty()) return std::nullopt;
  const char sign = text.front();
  const auto hours = sign == '+' || sign == '-' ? take_part(text, sign, 23) : std::nullopt;
  const auto minutes = hours ? take_part(text, ':', 59) : std::nullopt;
  if (!minutes || !text.empty()) return std::nullopt;
  return (sign == '-' ? -1 : 1) * (*hours * 60 + *minutes) * minute;
}

}  // namespace

Milliseconds now_milliseconds() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string to_iso8601(Milliseconds time) {
  using namespace std::chrono;
  const sys_time<milliseconds> point{milliseconds{time}};
  const auto day = floor<days>(point);
  const year_month_day date{day};
  const hh_mm_ss clock{point - day};
  std::array<char, 40> text;
  const int size =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                    static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<Milliseconds> parse_iso8601(std::string_view text) {
  const auto day = take_day(text);
  if (!day || text.empty()) return day;
  const auto hours = take_part(text, 'T', 23);
  const auto minutes = hours ? take_part(text, ':', 59) : std::nullopt;
  const auto seconds = minutes ? take_part(text, ':', 59) : std::nullopt;
  const auto fraction = seconds ? take_fraction(text) : std::nullopt;
  const auto offset = fraction ? offset_of(text) : std::nullopt;
  if (!offset) return std::nullopt;
  return *day + (*hours * 60 + *minutes) * minute + *seconds * 1000 + *fraction - *offset;
}

}  // namespace pagewright
