#include "server/background/backoff.hpp"

#include <algorithm>

namespace pagewright::background {

std::chrono::milliseconds Backoff::after(std::int64_t attempts, double chance) const {
  auto delay = std::min(first, most);
  for (std::int64_t i = 1; i < attempts && delay < most; ++i) delay = std::min(delay * 4, most);
  const auto taken_away = static_cast<std::int64_t>(static_cast<double>(delay.count()) * chance / 2);
  return std::max(delay - std::chrono::milliseconds(taken_away), std::chrono::milliseconds(1));
}

}  // namespace pagewright::background
