#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "engine/liquid/calendar.hpp"

namespace pagewright::liquid {
namespace {

constexpr std::size_t longest_date = 128;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

struct Zone {
  std::string_view name;
  int hours;
};
constexpr std::array<Zone, 13> zones = {{{"utc", 0},
                                         {"gmt", 0},
                                         {"z", 0},
                                         {"est", -5},
                                         {"edt", -4},
                                         {"cst", -6},
                                         {"cdt", -5},
                                         {"mst", -7},
                                         {"mdt", -6},
                                         {"pst", -8},
                                         {"pdt", -7},
                                         {"cet", 1},
                                         {"cest", 2}}};

// A run of digits or of letters; what stands between them is only of interest right before it.
struct Piece {
  std::string_view text;
  char before = 0;  // the character in front of it, 0 at the start
  bool is_number = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_number = is_digit(text[i]);
    if (!is_number && !is_letter(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_number ? is_digit(text[end]) : is_letter(text[end]))) ++end;
    pieces.push_back({text.substr(i, end - i), i == 0 ? '\0' : text[i - 1], is_number});
    i = end;
  }
  return pieces;
}

int number_of_digits(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

class DateParser {
 public:
  explicit DateParser(std::string_view text) : pieces_(pieces_of(text)) {}

  std::optional<DateTime> run() {
    if (pieces_.empty() || !take_time() || !take_compact() || !take_date()) return std::nullopt;
    if (time_.month < 1 || time_.month > 12 || time_.day < 1 || time_.day > 31 || time_.minute > 59 ||
        time_.second > 60 || time_.hour > (time_.minute == 0 && time_.second == 0 ? 24 : 23) ||
        std::abs(time_.offset) >= 24 * 3600)
      return std::nullopt;
    time_.zone = time_.offset == 0 ? "UTC" : "";  // no other zone has a name
    return normalized();
  }

 private:
  // The 31st of a short month is a day of the next one, 24:00 the next day's start.
  [[nodiscard]] DateTime normalized() const {
    const std::int64_t seconds = seconds_of(time_) + time_.offset;
    DateTime result = date_from_seconds(seconds);
    result.nanosecond = time_.nanosecond;
    result.offset = time_.offset;
    result.zone = time_.zone;
    return result;
  }

  [[nodiscard]] bool is_number(std::size_t i) const { return i < pieces_.size() && pieces_[i].is_number; }
  [[nodiscard]] bool is_half(std::size_t i) const {
    return i < pieces_.size() && (pieces_[i].text == "am" || pieces_[i].text == "pm");
  }
  void remove(std::size_t begin, std::size_t end) {
    pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(begin),
                  pieces_.begin() + static_cast<std::ptrdiff_t>(end));
  }

  // 10:20, 10:20:30.5 pm +01:00, 10 am. False where it is no time of day.
  bool take_time() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const bool has_minutes = is_number(i) && is_number(i + 1) && pieces_[i + 1].before == ':';
      if (!has_minutes && !(is_number(i) && is_half(i + 1))) continue;
      std::size_t end = i + 1;
      time_.hour = number_of_digits(pieces_[i].text);
      if (has_minutes) time_.minute = number_of_digits(pieces_[end++].text);
      if (has_minutes && is_number(end) && pieces_[end].before == ':') {
        time_.second = number_of_digits(pieces_[end++].text);
        if (is_number(end) && (pieces_[end].before == '.' || pieces_[end].before == ','))
          time_.nanosecond = nanoseconds_of(pieces_[end++].text);
      }
      if (is_half(end)) {
        if (time_.hour > 12) return false;
        time_.hour = time_.hour % 12 + (pieces_[end++].text == "pm" ? 12 : 0);
      }
      end = take_zone(end);
      if (i > 0 && pieces_[i - 1].text == "t") --i;
      remove(i, end);
      return true;
    }
    return true;
  }

  static int nanoseconds_of(std::string_view digits) {
    int value = 0;
    for (std::size_t i = 0; i < 9; ++i) value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return value;
  }

  // Yields the place behind the zone at `at`, if there is one.
  std::size_t take_zone(std::size_t at) {
    if (at >= pieces_.size()) return at;
    const Piece& piece = pieces_[at];
    const auto named = std::ranges::find(zones, piece.text, &Zone::name);
    if (named != zones.end()) {
      time_.offset = named->hours * 3600;
      ++at;
    }
    if (!is_number(at) || (pieces_[at].before != '+' && pieces_[at].before != '-')) return at;
    const std::string_view digits = pieces_[at].text;
    const bool is_negative = pieces_[at].before == '-';
    int seconds = digits.size() <= 2 ? number_of_digits(digits) * 3600
                                     : number_of_digits(digits) / 100 * 3600 + number_of_digits(digits) % 100 * 60;
    ++at;
    if (digits.size() <= 2 && is_number(at) && pieces_[at].before == ':')
      seconds += number_of_digits(pieces_[at++].text) * 60;
    time_.offset = is_negative ? -seconds : seconds;
    return at;
  }

  // 20160314, 20160314T1020, 20160314T102030
  bool take_compact() {
    if (pieces_.empty() || !pieces_[0].is_number || (pieces_[0].text.size() != 8 && pieces_[0].text.size() != 14))
      return true;
    const std::string_view digits = pieces_[0].text;
    set_date(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2));
    std::string_view clock = digits.substr(8);
    if (clock.empty() && pieces_.size() > 2 && pieces_[1].text == "t") clock = pieces_[2].text;
    if (clock.size() == 4 || clock.size() == 6) {
      time_.hour = number_of_digits(clock.substr(0, 2));
      time_.minute = number_of_digits(clock.substr(2, 2));
      time_.second = number_of_digits(clock.substr(4));
      take_zone(digits.size() == 14 ? 1 : 3);
    }
    return true;
  }

  void set_date(std::string_view year, std::string_view month, std::string_view day) {
    set_year(year);
    time_.month = number_of_digits(month);
    time_.day = number_of_digits(day);
  }

  // Years of two digits are of 1969 to 2068.
  void set_year(std::string_view digits) {
    const int year = number_of_digits(digits);
    time_.year = digits.size() > 2 ? year : year + (year >= 69 ? 1900 : 2000);
    has_year_ = true;
  }

  bool take_date() {
    if (has_year_) return true;
    std::vector<std::string_view> numbers;
    int month = 0;
    for (const Piece& piece : pieces_) {
      if (piece.is_number)
        numbers.push_back(piece.text);
      else if (month == 0)
        month = month_named(piece.text);
    }
    return month == 0 ? take_numbers() || take_day_of_year() : take_named_month(month, numbers);
  }

  static int month_named(std::string_view word) {
    constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (word.size() < 3) return 0;
    const std::size_t at = names.find(word.substr(0, 3));
    return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
  }

  // March 14, 2016 and 14 March 2016; March 2016 is its first day.
  bool take_named_month(int month, const std::vector<std::string_view>& numbers) {
    time_.month = month;
    if (numbers.empty() || numbers.size() > 2) return false;
    const bool first_is_year = numbers[0].size() > 2;
    if (numbers.size() == 1) {
      if (first_is_year) set_year(numbers[0]);
      return first_is_year;
    }
    set_year(numbers[first_is_year ? 0 : 1]);
    time_.day = number_of_digits(numbers[first_is_year ? 1 : 0]);
    return true;
  }

  [[nodiscard]] bool is_joined(std::size_t i, char mark) const { return is_number(i) && pieces_[i].before == mark; }

  // 2016-03-14, 2016/3/14, 14.03.2016
  bool take_numbers() {
    for (std::size_t i = 0; i + 2 < pieces_.size() && !has_year_; ++i) {
      const char mark = pieces_[i + 1].before;
      if ((mark != '-' && mark != '/' && mark != '.') || !is_number(i) || !is_joined(i + 1, mark) ||
          !is_joined(i + 2, mark))
        continue;
      const std::string_view first = pieces_[i].text;
      const std::string_view last = pieces_[i + 2].text;
      const bool ends_with_year = last.size() > 2 && first.size() <= 2;
      set_date(ends_with_year ? last : first, pieces_[i + 1].text, ends_with_year ? first : last);
    }
    return has_year_;
  }

  // 2016-074: a year and its day.
  bool take_day_of_year() {
    if (pieces_.size() != 2 || !is_joined(1, '-') || pieces_[0].text.size() != 4 || pieces_[1].text.size() != 3)
      return false;
    set_year(pieces_[0].text);
    const int day = number_of_digits(pieces_[1].text);
    const DateTime date = date_from_seconds((days_from_date(time_.year, 1, 1) + day - 1) * 86'400);
    if (date.year != time_.year) return false;
    time_.month = date.month;
    time_.day = date.day;
    return true;
  }

  std::vector<Piece> pieces_;
  DateTime time_;
  bool has_year_ = false;
};

}  // namespace

std::optional<DateTime> parse_date(std::string_view text) {
  if (text.size() > longest_date) return std::nullopt;
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  for (const char* half : {"a.m.", "p.m."})
    if (const std::size_t at = lower.find(half); at != std::string::npos) lower.replace(at + 1, 3, "m");
  return DateParser(lower).run();
}

}  // namespace pagewright::liquid
