// How long to wait before trying again.
#pragma once

#include <chrono>
#include <cstdint>

namespace pagewright::background {

// Four times longer after each attempt, up to a limit.
struct Backoff {
  std::chrono::milliseconds first = std::chrono::seconds(10);
  std::chrono::milliseconds most = std::chrono::hours(12);

  // After that many attempts (from 1). `chance` in [0, 1) takes up to half of the time away, so that what failed
  // together does not come back together.
  [[nodiscard]] std::chrono::milliseconds after(std::int64_t attempts, double chance) const;
};

}  // namespace pagewright::background
