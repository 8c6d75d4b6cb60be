#include "engine/token/nearest_name.hpp"

#include <algorithm>
#include <array>

namespace pagewright::token {
namespace {

constexpr std::size_t max_length = 120;
using Row = std::array<unsigned char, max_length + 1>;

// Optimal string alignment. More than `limit` is given as limit + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer > max_length || longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::array<Row, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<unsigned char>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    Row& row = rows[i % 3];
    const Row& above = rows[(i + 2) % 3];
    row[0] = static_cast<unsigned char>(i);
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool is_same = a[i - 1] == b[j - 1];
      std::size_t best =
          std::min<std::size_t>({above[j] + 1UL, row[j - 1] + 1UL, above[j - 1] + (is_same ? 0UL : 1UL)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min<std::size_t>(best, rows[(i + 1) % 3][j - 2] + 1UL);
      row[j] = static_cast<unsigned char>(best);
      least = std::min(least, best);
    }
    if (least > limit) return limit + 1;
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view wrong, std::span<const std::string_view> names) {
  std::size_t limit = std::min<std::size_t>(3, (wrong.size() + 2) / 3);
  std::string_view nearest;
  for (const std::string_view name : names) {
    const std::size_t found = distance(wrong, name, limit);
    if (found > limit) continue;
    nearest = name;
    if (found == 0) break;
    limit = found - 1;
  }
  return nearest;
}

std::string suggestion(std::string_view wrong, std::span<const std::string_view> names, std::string_view open,
                       std::string_view close) {
  const std::string_view nearest = nearest_name(wrong, names);
  if (nearest.empty()) return {};
  return std::string("; did you mean ").append(open).append(nearest).append(close).append("?");
}

}  // namespace pagewright::token
