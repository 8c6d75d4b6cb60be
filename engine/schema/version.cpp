#include "engine/schema/version.hpp"

#include <algorithm>
#include <utility>

namespace pagewright::schema {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_identifier_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
}

std::optional<std::uint32_t> number_of(std::string_view text) {
  if (text.empty() || text.size() > 9 || (text.size() > 1 && text.front() == '0') ||
      !std::ranges::all_of(text, is_digit))
    return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : text) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return number;
}

// Takes what stands before `separator`, and the separator.
std::string_view take_until(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

// https://semver.org/spec/v2.0.0.html#spec-item-11: numbers by value and before words; fewer parts first.
std::strong_ordering compare_pre_releases(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view left = take_until(a, '.');
    const std::string_view right = take_until(b, '.');
    const auto left_number = number_of(left);
    const auto right_number = number_of(right);
    if (left_number.has_value() != right_number.has_value())
      return left_number ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto order = left_number ? *left_number <=> *right_number : left.compare(right) <=> 0;
    if (order != 0) return order;
  }
  return !a.empty() <=> !b.empty();
}

}  // namespace

std::optional<Version> Version::parse(std::string_view text) {
  if (text.size() > 100) return std::nullopt;
  const auto plus = text.find('+');
  if (plus != std::string_view::npos) {
    const std::string_view build = text.substr(plus + 1);
    if (build.empty() || !std::ranges::all_of(build, is_identifier_character)) return std::nullopt;
    text = text.substr(0, plus);
  }
  const auto hyphen = text.find('-');
  std::string_view pre_release;
  if (hyphen != std::string_view::npos) {
    pre_release = text.substr(hyphen + 1);
    if (pre_release.empty() || pre_release.back() == '.' || !std::ranges::all_of(pre_release, is_identifier_character))
      return std::nullopt;
    text = text.substr(0, hyphen);
  }
  if (std::ranges::count(text, '.') != 2) return std::nullopt;
  std::array<std::uint32_t, 3> numbers{};
  for (std::uint32_t& number : numbers) {
    const auto part = number_of(take_until(text, '.'));
    if (!part) return std::nullopt;
    number = *part;
  }
  return Version(numbers, std::string(pre_release));
}

std::strong_ordering Version::operator<=>(const Version& other) const {
  for (std::size_t i = 0; i < numbers_.size(); ++i)
    if (const auto order = numbers_[i] <=> other.numbers_[i]; order != 0) return order;
  if (pre_release_.empty() != other.pre_release_.empty())
    return pre_release_.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
  return compare_pre_releases(pre_release_, other.pre_release_);
}

std::optional<VersionRange> VersionRange::parse(std::string_view text) {
  if (const auto exact = Version::parse(text)) return VersionRange({*exact, true}, {*exact, true});
  if (text.ends_with(".x")) {
    std::string_view numbers = text.substr(0, text.size() - 2);
    const bool has_minor = numbers.find('.') != std::string_view::npos;
    const auto major = number_of(take_until(numbers, '.'));
    const auto minor = has_minor ? number_of(numbers) : std::optional<std::uint32_t>(0);
    if (!major || !minor) return std::nullopt;
    const Version end = has_minor ? Version::of(*major, *minor + 1, 0) : Version::of(*major + 1, 0, 0);
    return VersionRange({Version::of(*major, *minor, 0), true}, {end, false});
  }
  std::optional<End> high;
  End low{Version::of(0, 0, 0), true};
  while (!text.empty()) {
    std::string_view comparison = take_until(text, ' ');
    const bool is_upper = comparison.starts_with('<');
    if (!is_upper && !comparison.starts_with('>')) return std::nullopt;
    comparison.remove_prefix(1);
    const bool is_included = comparison.starts_with('=');
    if (is_included) comparison.remove_prefix(1);
    const auto version = Version::parse(comparison);
    if (!version) return std::nullopt;
    if (is_upper)
      high = End{*version, is_included};
    else
      low = End{*version, is_included};
  }
  if (!high) return std::nullopt;
  VersionRange range(std::move(low), std::move(*high));
  const bool is_empty =
      range.high_.version < range.low_.version ||
      (range.high_.version == range.low_.version && !(range.low_.is_included && range.high_.is_included));
  if (is_empty) return std::nullopt;
  return range;
}

bool VersionRange::is_below(const Version& version) const {
  return high_.version < version || (high_.version == version && !high_.is_included);
}

bool VersionRange::is_above(const Version& version) const {
  return low_.version > version || (low_.version == version && !low_.is_included);
}

bool VersionRange::contains(const Version& version) const {
  return !is_below(version) && !is_above(version);
}

bool VersionRange::overlaps(const VersionRange& other) const {
  const auto ends_before = [](const VersionRange& a, const VersionRange& b) {
    return a.high_.version < b.low_.version ||
           (a.high_.version == b.low_.version && !(a.high_.is_included && b.low_.is_included));
  };
  return !ends_before(*this, other) && !ends_before(other, *this);
}

}  // namespace pagewright::schema
