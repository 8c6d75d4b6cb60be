#include <algorithm>
#include <array>

#include "engine/liquid/calendar.hpp"

namespace pagewright::liquid {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

// %-5d: what stands between the % and the letter.
struct Directive {
  char padding = 0;  // '-': none, '0', '_': spaces, 0: as the letter has it
  bool is_upper = false;
  bool swaps_case = false;
  unsigned colons = 0;
  std::size_t width = 0;
};

class Formatter {
 public:
  Formatter(std::string& out, const DateTime& time, std::size_t most) : out_(out), time_(time), most_(most) {}

  void format(std::string_view format) {
    while (!format.empty() && out_.size() <= most_) {
      const std::size_t percent = std::min(format.find('%'), format.size());
      out_ += format.substr(0, percent);
      format.remove_prefix(percent);
      if (!format.empty()) format.remove_prefix(read(format));
    }
  }

 private:
  // Formats what the text begins with. Yields its length; what is no directive is copied.
  std::size_t read(std::string_view format) {
    Directive directive;
    std::size_t at = 1;
    for (; at < format.size(); ++at) {
      const char c = format[at];
      if (c == '-' || c == '0' || c == '_')
        directive.padding = c;
      else if (c == '^')
        directive.is_upper = true;
      else if (c == '#')
        directive.swaps_case = true;
      else
        break;
    }
    for (; at < format.size() && format[at] >= '0' && format[at] <= '9' && directive.width < 1000; ++at)
      directive.width = directive.width * 10 + static_cast<std::size_t>(format[at] - '0');
    for (; at < format.size() && format[at] == ':'; ++at) ++directive.colons;
    if (is_for_other_calendars(format.substr(at))) ++at;
    if (at < format.size() && directive.width < 1000 && write(format[at], directive)) return at + 1;
    const std::size_t copied = std::min(at + 1, format.size());
    out_ += format.substr(0, copied);
    return copied;
  }

  // %EY, %Om: POSIX's marks for years and digits of another culture, which change nothing here.
  static bool is_for_other_calendars(std::string_view rest) {
    if (rest.size() < 2 || (rest[0] != 'E' && rest[0] != 'O')) return false;
    const std::string_view letters = rest[0] == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy";
    return letters.find(rest[1]) != std::string_view::npos;
  }

  bool write(char letter, const Directive& directive) {
    if (directive.colons > (letter == 'z' ? 3 : 0)) return false;
    return write_date(letter, directive) || write_time(letter, directive) || write_combination(letter, directive);
  }

  bool write_date(char letter, const Directive& how) {
    const int weekday = weekday_of(time_);
    switch (letter) {
      case 'Y':
        return number(time_.year, time_.year < 0 ? 5 : time_.year > 9999 ? 1 : 4, '0', how);
      case 'C':
        return number((time_.year - (time_.year % 100 + 100) % 100) / 100, 2, '0', how);
      case 'y':
        return number((time_.year % 100 + 100) % 100, 2, '0', how);
      case 'm':
        return number(time_.month, 2, '0', how);
      case 'B':
        return text(months[static_cast<std::size_t>(time_.month - 1)], how);
      case 'b':
      case 'h':
        return text(months[static_cast<std::size_t>(time_.month - 1)].substr(0, 3), how);
      case 'd':
        return number(time_.day, 2, '0', how);
      case 'e':
        return number(time_.day, 2, ' ', how);
      case 'j':
        return number(day_of_year(time_), 3, '0', how);
      case 'A':
        return text(weekdays[static_cast<std::size_t>(weekday)], how);
      case 'a':
        return text(weekdays[static_cast<std::size_t>(weekday)].substr(0, 3), how);
      case 'u':
        return number(weekday == 0 ? 7 : weekday, 1, '0', how);
      case 'w':
        return number(weekday, 1, '0', how);
      case 'G':
        return number(iso_week_of(time_).year, 4, '0', how);
      case 'g':
        return number((iso_week_of(time_).year % 100 + 100) % 100, 2, '0', how);
      case 'V':
        return number(iso_week_of(time_).week, 2, '0', how);
      case 'U':
        return number((day_of_year(time_) + 6 - weekday) / 7, 2, '0', how);
      case 'W':
        return number((day_of_year(time_) + 6 - (weekday + 6) % 7) / 7, 2, '0', how);
      default:
        return false;
    }
  }

  bool write_time(char letter, const Directive& how) {
    const int twelve = time_.hour % 12 == 0 ? 12 : time_.hour % 12;
    switch (letter) {
      case 'H':
        return number(time_.hour, 2, '0', how);
      case 'k':
        return number(time_.hour, 2, ' ', how);
      case 'I':
        return number(twelve, 2, '0', how);
      case 'l':
        return number(twelve, 2, ' ', how);
      case 'M':
        return number(time_.minute, 2, '0', how);
      case 'S':
        return number(time_.second, 2, '0', how);
      case 'L':
        return fraction(how.width == 0 ? 3 : how.width);
      case 'N':
        return fraction(how.width == 0 ? 9 : how.width);
      case 'P':
        return text(time_.hour < 12 ? "am" : "pm", how);
      case 'p':
        return how.swaps_case ? text(time_.hour < 12 ? "am" : "pm", {how.padding, how.is_upper, false, 0, how.width})
                              : text(time_.hour < 12 ? "AM" : "PM", how);
      case 's':
        return number(seconds_of(time_), 1, '0', how);
      case 'z':
        return offset(how);
      case 'Z':
        return zone(how);
      default:
        return false;
    }
  }

  bool write_combination(char letter, const Directive& how) {
    switch (letter) {
      case 'n':
        return text("\n", how);
      case 't':
        return text("\t", how);
      case '%':
        return text("%", how);
      case 'D':
      case 'x':
        return combination("%m/%d/%y", how);
      case 'F':
        return combination("%Y-%m-%d", how);
      case 'T':
      case 'X':
        return combination("%H:%M:%S", how);
      case 'R':
        return combination("%H:%M", how);
      case 'r':
        return combination("%I:%M:%S %p", how);
      case 'c':
        return combination("%a %b %e %H:%M:%S %Y", how);
      case 'v':
        return combination("%e-%^b-%Y", how);
      default:
        return false;
    }
  }

  bool number(std::int64_t value, std::size_t width, char padding, const Directive& how) {
    if (how.padding == '0') padding = '0';
    if (how.padding == '_') padding = ' ';
    const std::string digits = std::to_string(value < 0 ? -value : value);
    const std::size_t length = digits.size() + (value < 0 ? 1 : 0);
    if (how.width > 0) width = how.width;
    const std::size_t missing = how.padding == '-' || width <= length ? 0 : width - length;
    if (padding == ' ') out_.append(missing, ' ');
    if (value < 0) out_ += '-';
    if (padding == '0') out_.append(missing, '0');
    out_ += digits;
    return true;
  }

  bool text(std::string_view value, const Directive& how) {
    if (how.width > value.size() && how.padding != '-')
      out_.append(how.width - value.size(), how.padding == '0' ? '0' : ' ');
    for (const char c : value)
      out_ += (how.is_upper || how.swaps_case) && c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    return true;
  }

  bool zone(const Directive& how) {
    return how.swaps_case && !time_.zone.empty() ? text("utc", {.padding = how.padding, .width = how.width})
                                                 : text(time_.zone, how);
  }

  bool combination(std::string_view format, const Directive& how) {
    std::string value;
    Formatter(value, time_, most_).format(format);
    return text(value, how);
  }

  bool fraction(std::size_t digits) {
    int value = time_.nanosecond;
    int unit = 100'000'000;
    for (; digits > 0; --digits) {
      out_ += static_cast<char>('0' + (unit > 0 ? value / unit : 0));
      if (unit > 0) value %= unit;
      unit /= 10;
    }
    return true;
  }

  // +0100, +01:00, +01:00:00; with three colons as much of it as is not 0. Padding goes before the hours.
  bool offset(const Directive& how) {
    const int seconds = time_.offset < 0 ? -time_.offset : time_.offset;
    std::string rest;
    const auto append_part = [&](int part, bool has_colon) {
      if (has_colon) rest += ':';
      rest += static_cast<char>('0' + part / 10);
      rest += static_cast<char>('0' + part % 10);
    };
    if (how.colons < 3 || seconds % 3600 != 0) append_part(seconds / 60 % 60, how.colons > 0);
    if (how.colons == 2 || (how.colons == 3 && seconds % 60 != 0)) append_part(seconds % 60, true);
    const std::string hours = std::to_string(seconds / 3600);
    const std::size_t width = std::max<std::size_t>(2, how.width > rest.size() + 1 ? how.width - rest.size() - 1 : 0);
    const std::size_t missing = width - std::min(width, hours.size());
    if (how.padding == '_') out_.append(missing, ' ');
    out_ += time_.offset < 0 ? '-' : '+';
    if (how.padding != '_') out_.append(missing, '0');
    out_ += hours;
    out_ += rest;
    return true;
  }

  std::string& out_;
  const DateTime& time_;
  std::size_t most_;
};

}  // namespace

void append_formatted(std::string& out, const DateTime& time, std::string_view format, std::size_t most) {
  Formatter(out, time, most).format(format);
}

}  // namespace pagewright::liquid
