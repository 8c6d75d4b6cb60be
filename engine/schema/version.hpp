// Semantic versions, and ranges of them. https://semver.org/spec/v2.0.0.html
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pagewright::schema {

class Version {
 public:
  // Three numbers of at most 9 digits, then perhaps a pre-release ("-beta.1") and a build ("+7"), which orders nothing.
  [[nodiscard]] static std::optional<Version> parse(std::string_view text);
  [[nodiscard]] static Version of(std::uint32_t major, std::uint32_t minor, std::uint32_t patch) {
    return Version({major, minor, patch}, {});
  }

  std::strong_ordering operator<=>(const Version& other) const;
  bool operator==(const Version& other) const { return (*this <=> other) == 0; }

 private:
  Version(std::array<std::uint32_t, 3> numbers, std::string pre_release)
      : numbers_(numbers), pre_release_(std::move(pre_release)) {}

  std::array<std::uint32_t, 3> numbers_;
  std::string pre_release_;  // empty: none, which comes after all of them
};

// All versions between two ends.
class VersionRange {
 public:
  // "1.4.0", "1.x", "1.4.x", or comparisons that all hold: ">=1.0.0 <2.0.0". Has an upper end.
  [[nodiscard]] static std::optional<VersionRange> parse(std::string_view text);

  [[nodiscard]] bool contains(const Version& version) const;
  [[nodiscard]] bool is_below(const Version& version) const;  // all of it
  [[nodiscard]] bool is_above(const Version& version) const;
  [[nodiscard]] bool overlaps(const VersionRange& other) const;

 private:
  struct End {
    Version version;
    bool is_included;
  };
  VersionRange(End low, End high) : low_(std::move(low)), high_(std::move(high)) {}

  End low_;
  End high_;
};

}  // namespace pagewright::schema
